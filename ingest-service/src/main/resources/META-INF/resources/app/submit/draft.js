/**
 * What is being written for the next submission. It outlives a change of view, and a reload of this tab,
 * but for the files. Once it was submitted the form is empty again, and this tab remembers the texts of
 * its last jobs, so that one can be submitted anew.
 */

const STORED = 'digital-worker.draft';
const SUBMITTED = 'digital-worker.submitted';
const MOST_SUBMITTED = 10;

const EMPTY = {
  moduleName: '', version: '', features: [{id: '', description: ''}],
  actors: [], nfr: [], constraints: [],
  documents: ['srs'], detail: 'standard', diagrams: 'mermaid', scenario: 'brownfield', language: 'en',
  writer: 'auto', maxUsd: '', maxTokens: '', callbackUrl: '', estimateOnly: false,
};

let texts = {...structuredClone(EMPTY), ...read(STORED, {})};
let submitted = read(SUBMITTED, []);
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
  store(STORED, texts);
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

/** The texts became this job: remembers them, and empties the form. */
export function becameJob(jobId) {
  submitted = [{jobId, texts}, ...submitted].slice(0, MOST_SUBMITTED);
  store(SUBMITTED, submitted);
  forget();
}

/** Nothing of whoever was here stays. */
export function forgetAll() {
  submitted = [];
  store(SUBMITTED, submitted);
  forget();
}

/** Whether the texts of this job are remembered. */
export function isKept(jobId) {
  return submitted.some(each => each.jobId === jobId);
}

/**
 * Fills the form with the texts of a job, to be written this time; with the module's name alone where they
 * are not remembered.
 */
export function takeUp(jobId, moduleName) {
  forget();
  change({...submitted.find(each => each.jobId === jobId)?.texts ?? {moduleName}, estimateOnly: false});
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

function read(name, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function store(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // too large or forbidden: it lives as long as the page then
  }
}
