import {drawing} from './dom.js';

/** Drawn for this page, on a grid of 24. */
const PATHS = {
  add: ['M12 5v14', 'M5 12h14'],
  archive: ['M4 8v11h16V8', 'M3 4h18v4H3z', 'M10 12h4'],
  back: ['M19 12H5', 'M11 6l-6 6 6 6'],
  chat: ['M4 5h16v11H10l-4 4v-4H4z'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  clock: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 7v5l3.5 2'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  code: ['M9 7l-5 5 5 5', 'M15 7l5 5-5 5'],
  cross: ['M7 7l10 10', 'M17 7L7 17'],
  dark: ['M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z'],
  document: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6', 'M9 16h6'],
  down: ['M12 5v14', 'M6 13l6 6 6-6'],
  download: ['M12 4v11', 'M7 10.5l5 5 5-5', 'M5 20h14'],
  files: ['M8 3h8l4 4v10H8z', 'M4 7v14h12'],
  gauge: ['M4 17a8 8 0 1 1 16 0', 'M12 17l4-5'],
  light: ['M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M12 2.5v2', 'M12 19.5v2', 'M2.5 12h2', 'M19.5 12h2',
    'M5.3 5.3l1.4 1.4', 'M17.3 17.3l1.4 1.4', 'M18.7 5.3l-1.4 1.4', 'M6.7 17.3l-1.4 1.4'],
  list: ['M8 6h12', 'M8 12h12', 'M8 18h12', 'M4 6h.01', 'M4 12h.01', 'M4 18h.01'],
  next: ['M9 6l6 6-6 6'],
  offline: ['M4 4l16 16', 'M5 12.5a10 10 0 0 1 4-2.4', 'M19 12.5a10 10 0 0 0-5-2.7', 'M8.5 16a5 5 0 0 1 7 0',
    'M12 19.5h.01'],
  pulse: ['M3 12h4l3-7 4 14 3-7h4'],
  question: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7',
    'M12 16.8h.01'],
  remove: ['M5 7h14', 'M10 7V4h4v3', 'M7 7l1 13h8l1-13'],
  system: ['M4 5h16v11H4z', 'M9 20h6', 'M12 16v4'],
  up: ['M12 19V5', 'M6 11l6-6 6 6'],
  upload: ['M12 16V5', 'M7 9.5l5-5 5 5', 'M5 20h14'],
  warning: ['M12 4l9 16H3z', 'M12 10v4', 'M12 17h.01'],
};

/** The drawing of that name. */
export function icon(name, className) {
  return drawing(PATHS[name], className);
}
