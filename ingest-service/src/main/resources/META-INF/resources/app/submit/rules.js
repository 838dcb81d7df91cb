/**
 * The rules of `descriptor.json` and `options.json`, so that a fault is told while one types. The service
 * has the last word. A fault is `{field, key, values}`: a path such as `features[0].id`, and a text.
 */

export const MAX_ITEMS = 200;
export const MAX_TEXT = 8000;
export const MAX_USD = 1000;
export const MAX_TOKENS = 1000000000;
export const MAX_DESCRIPTOR_BYTES = 256 * 1024;
const MODULE_NAME = /^[\p{L}\p{N}._ -][\p{L}\p{M}\p{N}._ -]{0,119}$/u;
const FEATURE_ID = /^[\p{L}\p{N}._-]{1,60}$/u;
const LISTS = ['actors', 'nfr', 'constraints'];
const KNOWN = ['moduleName', 'features', 'version', ...LISTS];

export function descriptorFaults(descriptor) {
  const faults = [];
  if (!MODULE_NAME.test(descriptor.moduleName)) {
    faults.push({field: 'moduleName', key: 'rule.moduleName'});
  }
  if (isBlank(descriptor.version) || descriptor.version.length > 40) {
    faults.push({field: 'version', key: 'rule.version'});
  }
  if (descriptor.features.length === 0 || descriptor.features.length > MAX_ITEMS) {
    faults.push({field: 'features', key: 'rule.features', values: {most: MAX_ITEMS}});
  }
  featureFaults(descriptor.features, faults);
  LISTS.forEach(name => listFaults(name, descriptor[name] ?? [], faults));
  return faults;
}

function featureFaults(features, faults) {
  const seen = new Set();
  features.forEach((feature, i) => {
    if (!FEATURE_ID.test(feature.id)) {
      faults.push({field: `features[${i}].id`, key: 'rule.feature.id'});
    } else if (seen.has(feature.id)) {
      faults.push({field: `features[${i}].id`, key: 'rule.feature.twice', values: {id: feature.id}});
    }
    seen.add(feature.id);
    if (isBlank(feature.description)) {
      faults.push({field: `features[${i}].description`, key: 'rule.feature.description'});
    } else if (feature.description.length > MAX_TEXT) {
      faults.push({field: `features[${i}].description`, key: 'rule.long', values: {most: MAX_TEXT}});
    }
  });
}

function listFaults(name, texts, faults) {
  if (texts.length > MAX_ITEMS) {
    faults.push({field: name, key: 'rule.many', values: {most: MAX_ITEMS}});
  }
  texts.forEach((text, i) => {
    if (isBlank(text)) {
      faults.push({field: `${name}[${i}]`, key: 'rule.blank'});
    } else if (text.length > MAX_TEXT) {
      faults.push({field: `${name}[${i}]`, key: 'rule.long', values: {most: MAX_TEXT}});
    }
  });
}

export function optionsFaults(options) {
  const faults = [];
  if (options.documents.length === 0) {
    faults.push({field: 'documents', key: 'rule.documents'});
  }
  between('maxUsd', options.maxUsd, MAX_USD, false, faults);
  between('maxTokens', options.maxTokens, MAX_TOKENS, true, faults);
  if (options.callbackUrl !== '' && !isCallback(options.callbackUrl)) {
    faults.push({field: 'callbackUrl', key: 'rule.callbackUrl'});
  }
  return faults;
}

function between(field, text, most, whole, faults) {
  if (text === '') {
    return;
  }
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0 || value > most || (whole && !Number.isInteger(value))) {
    faults.push({field, key: whole ? 'rule.whole' : 'rule.number', values: {most}});
  }
}

function isCallback(text) {
  try {
    const address = new URL(text);
    const here = ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
    return text.length <= 2000 && address.username === '' && address.password === ''
      && (address.protocol === 'https:' || (here && address.protocol === 'http:'));
  } catch {
    return false;
  }
}

/**
 * What is wrong with the files.
 *
 * @param archive `{file, isZip}` or null
 * @param limits bytes, by settings.json
 */
export function fileFaults(archive, existing, scenario, limits) {
  const faults = [];
  if (scenario !== 'greenfield') {
    if (!archive) {
      faults.push({field: 'archive', key: 'rule.archive.missing'});
    } else if (archive.isZip === false) {
      faults.push({field: 'archive', key: 'rule.archive.zip'});
    } else if (archive.file.size > limits.archiveBytes) {
      faults.push({field: 'archive', key: 'rule.archive.large'});
    }
  }
  if (scenario === 'hybrid') {
    if (isBlank(existing)) {
      faults.push({field: 'existing', key: 'rule.existing.missing'});
    } else if (new Blob([existing]).size > limits.existingBytes) {
      faults.push({field: 'existing', key: 'rule.existing.large'});
    }
  }
  return faults;
}

/**
 * Reads a descriptor as text.
 *
 * @returns `{descriptor}`, or `{fault}`: `{key, values}` of a text that says what is wrong with it
 */
export function parseDescriptor(text) {
  if (new Blob([text]).size > MAX_DESCRIPTOR_BYTES) {
    return {fault: {key: 'rule.json.large'}};
  }
  let read;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {fault: {key: 'rule.json.broken'}};
  }
  const fault = shapeFault(read);
  return fault ? {fault} : {descriptor: complete(read)};
}

function shapeFault(read) {
  if (!isObject(read)) {
    return {key: 'rule.json.object'};
  }
  const unknown = unknownField(read);
  if (unknown) {
    return {key: 'rule.json.unknown', values: {field: unknown}};
  }
  const wrong = [
    [isText(read.moduleName), 'moduleName'], [isText(read.version), 'version'],
    [isListOf(read.features, isFeature), 'features'],
    ...LISTS.map(name => [isListOf(read[name], isText), name]),
  ].find(([sound]) => !sound);
  return wrong ? {key: 'rule.json.type', values: {field: wrong[1]}} : null;
}

function unknownField(read) {
  const own = Object.keys(read).find(name => !KNOWN.includes(name));
  if (own !== undefined) {
    return own;
  }
  const features = Array.isArray(read.features) ? read.features.filter(isObject) : [];
  for (const [i, feature] of features.entries()) {
    const name = Object.keys(feature).find(each => each !== 'id' && each !== 'description');
    if (name !== undefined) {
      return `features[${i}].${name}`;
    }
  }
  return null;
}

function complete(read) {
  const whole = {
    moduleName: read.moduleName ?? '', version: read.version ?? '',
    features: (read.features ?? []).map(each => ({id: each.id ?? '', description: each.description ?? ''})),
  };
  LISTS.forEach(name => { whole[name] = [...read[name] ?? []]; });
  return whole;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value) {
  return value === undefined || typeof value === 'string';
}

function isFeature(value) {
  return isObject(value) && isText(value.id) && isText(value.description);
}

function isListOf(value, sound) {
  return value === undefined || (Array.isArray(value) && value.every(sound));
}

function isBlank(text) {
  return text.trim() === '';
}
