/** What the address names: `#/`, `#/jobs`, `#/jobs/<id>`, `#/jobs/<id>/<part>`. */

const PARTS = ['document', 'review', 'quality', 'files', 'activity'];

export function route(hash = location.hash) {
  const [first, id, part] = hash.replace(/^#\/?/, '').split('/').map(safe);
  if (first === 'jobs' && id) {
    return {view: 'job', jobId: id, part: PARTS.includes(part) ? part : null};
  }
  return {view: first === 'jobs' ? 'jobs' : 'new'};
}

export function jobAddress(jobId, part) {
  return `#/jobs/${encodeURIComponent(jobId)}${part ? `/${part}` : ''}`;
}

function safe(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
