/** The steps of a job in their order; others that the API names follow as they come. */
export const STAGES = ['open', 'inventory', 'facts', 'outline', 'brief', 'write', 'verify', 'assemble',
  'render', 'publish'];

/** Where each stage stands: `{name, state: 'done' | 'now' | 'open' | 'cut' | 'never', durationMs?}`. */
export function stagesOf(view) {
  const known = new Map(view.stages.map(stage => [stage.name, stage]));
  const names = [...STAGES, ...[...known.keys()].filter(name => !STAGES.includes(name))];
  return names.map(name => {
    const stage = known.get(name);
    if (!stage) {
      return {name, state: view.endedAt === undefined ? 'open' : 'never'};
    }
    const now = stage.endedAt === undefined && view.status === 'Running';
    return {...stage, state: now ? 'now' : stage.endedAt === undefined ? 'cut' : 'done'};
  });
}
