// Parses each file named and prints a line for each that mermaid refuses; run in a directory with mermaid.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.cwd() + '/');
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const entry = process.cwd() + '/node_modules/mermaid/dist/mermaid.core.mjs';
const mermaid = (await import(pathToFileURL(entry))).default;
mermaid.initialize({ startOnLoad: false });

let parsed = 0;
for (const file of process.argv.slice(2)) {
  try {
    await mermaid.parse(readFileSync(file, 'utf8'));
    parsed++;
  } catch (e) {
    console.log(`${file}: ${String(e.message).replaceAll('\n', ' | ')}`);
  }
}
console.log(`parsed ${parsed}`);
