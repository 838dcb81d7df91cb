import en from './messages/en.js';

/** Texts in the language of the reader; English stands in for what is still on its way. */

export const LANGUAGES = ['en', 'de', 'hi'];
const STORED = 'digital-worker.language';
const LOADERS = {
  de: () => import('./messages/de.js'),
  hi: () => import('./messages/hi.js'),
};

let language = 'en';
let texts = en;

/** The language chosen here, or the first of the browser's that there is, or English. */
export function preferred() {
  const wanted = [stored(), ...(navigator.languages ?? [])];
  const known = wanted.map(tag => (tag ?? '').slice(0, 2)).find(tag => LANGUAGES.includes(tag));
  return known ?? 'en';
}

function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Speaks this language from now on. */
export async function speak(tag, remember = false) {
  texts = tag === 'en' ? en : (await LOADERS[tag]()).default;
  language = tag;
  document.documentElement.lang = tag;
  if (remember) {
    try {
      localStorage.setItem(STORED, tag);
    } catch {
      // chosen for this visit only then
    }
  }
}

export function spoken() {
  return language;
}

/**
 * The text of a key, with `{name}` replaced by values. Where a value `n` is given, `key.one` or
 * `key.other` is meant, as the language counts.
 */
export function t(key, values = {}) {
  let text = texts[key] ?? en[key];
  if (text === undefined && 'n' in values) {
    const form = new Intl.PluralRules(language).select(values.n);
    text = texts[`${key}.${form}`] ?? texts[`${key}.other`] ?? en[`${key}.${form}`];
  }
  if (text === undefined) {
    throw new Error(`there is no text ${key}`);
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    name === 'n' && 'n' in values ? number(values.n) : values[name] ?? whole);
}

/** Whether there is a text. */
export function has(key) {
  return key in en;
}

export function number(value, options) {
  return new Intl.NumberFormat(locale(), options).format(value);
}

/** `42.3 MB`. */
export function bytes(size) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  let step = 0;
  let value = size;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1024;
    step += 1;
  }
  return number(value, {
    style: 'unit', unit: units[step], unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  });
}

/** `1 h 20 min`, `3 min 5 s`, `1.4 s`: the two largest parts. */
export function duration(milliseconds) {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 60) {
    return unit(seconds, 'second', seconds < 10 && seconds % 1 !== 0 ? 1 : 0);
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${unit(minutes, 'minute')} ${unit(Math.floor(seconds % 60), 'second')}`;
  }
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}

function unit(value, name, digits = 0) {
  return new Intl.NumberFormat(language, {
    style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits,
  }).format(value);
}

export function moment(time) {
  return new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeStyle: 'short'})
    .format(new Date(time));
}

export function usd(amount) {
  return number(amount, {
    style: 'currency', currency: 'USD',
    maximumFractionDigits: amount > 0 && amount < 0.1 ? 4 : 2,
  });
}

function locale() {
  return language === 'hi' ? 'hi-IN' : language === 'de' ? 'de-DE' : 'en-GB';
}
