import {bytes, has, t} from '../messages.js';
import {fill, h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';

const ORDER = [/^bundle\.zip$/, /^answer\.md$/, /^(srs|functional-spec|tech-design)\./, /^diagrams\//, /./];

/** All artifacts, to be downloaded one by one. */
export function files(artifacts) {
  const list = h('ul', {class: 'files'});
  let drawn = '';
  update();
  return {node: h('div', {class: 'card'}, h('h2', {}, t('files.title')),
    h('p', {class: 'hint'}, t('files.hint')), list), update};

  function update() {
    const names = artifacts.list().map(each => each.name).join('\n');
    if (names === drawn) {
      return; // addresses are asked for when they are used
    }
    drawn = names;
    fill(list, [...artifacts.list()].sort(byKind).map(line));
  }

  function line(artifact) {
    return h('li', {},
      h('a', {class: 'file-line', href: artifact.url, download: '', onclick: event => fetchNow(event, artifact)},
        icon('download'), h('span', {class: 'file-line-name'}, artifact.name),
        h('span', {class: 'file-line-about'}, about(artifact.name)),
        h('span', {class: 'file-line-size'}, bytes(artifact.size))));
  }

  async function fetchNow(event, {name, expiresAt}) {
    if (Date.parse(expiresAt) > Date.now() + 10000) {
      return; // the link itself
    }
    event.preventDefault();
    location.assign(await artifacts.url(name));
  }
}

function about(name) {
  const key = `file.${name.startsWith('diagrams/') ? 'diagram' : name.replace(/^(srs|functional-spec|tech-design)\./, 'document.')}`;
  return has(key) ? t(key) : '';
}

function byKind(a, b) {
  const rank = ({name}) => ORDER.findIndex(pattern => pattern.test(name));
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}
