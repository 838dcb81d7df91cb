/**
 * What is being written for the next submission. It outlives a change of view, and a reload of this tab,
 * but for the files; it is forgotten when it was submitted.
 */

const STORED = 'digital-worker.draft';

const EMPTY = {
  moduleName: '', version: '', features: [{id: '', description: ''}],
  actors: [], nfr: [], constraints: [],
  documents: ['srs'], detail: 'standard', diagrams: 'mermaid', scenario: 'brownfield', language: 'en',
  writer: 'auto', maxUsd: '', maxTokens: '', callbackUrl: '', estimateOnly: false,
};

let texts = read();
let files = {archive: null, existing: '', existingName: ''};

export function draft() {
  return texts;
}

export function chosenFiles() {
  return files;
}

/** Takes changes of the texts. */
export function change(changes) {
  texts = {...texts, ...changes};
  try {
    sessionStorage.setItem(STORED, JSON.stringify(texts));
  } catch {
    // too large or forbidden: it lives as long as the page then
  }
}

export function changeFiles(changes) {
  files = {...files, ...changes};
}

export function forget() {
  texts = structuredClone(EMPTY);
  files = {archive: null, existing: '', existingName: ''};
  try {
    sessionStorage.removeItem(STORED);
  } catch {
    // nothing was kept
  }
}

/** The descriptor as the API takes it; lists that are empty are left out. */
export function descriptor() {
  const {moduleName, version, features, actors, nfr, constraints} = texts;
  const whole = {moduleName, version, features: features.map(({id, description}) => ({id, description}))};
  for (const [name, list] of Object.entries({actors, nfr, constraints})) {
    if (list.length > 0) {
      whole[name] = list;
    }
  }
  return whole;
}

/** The options as the API takes them. */
export function options() {
  const {documents, detail, diagrams, scenario, language, writer} = texts;
  const whole = {documents, detail, diagrams, scenario, language, writer};
  if (texts.maxUsd !== '') {
    whole.maxUsd = Number(texts.maxUsd);
  }
  if (texts.maxTokens !== '') {
    whole.maxTokens = Number(texts.maxTokens);
  }
  if (texts.callbackUrl !== '') {
    whole.callbackUrl = texts.callbackUrl;
  }
  if (texts.estimateOnly) {
    whole.estimateOnly = true;
  }
  return whole;
}

function read() {
  try {
    return {...structuredClone(EMPTY), ...JSON.parse(sessionStorage.getItem(STORED) ?? '{}')};
  } catch {
    return structuredClone(EMPTY);
  }
}
