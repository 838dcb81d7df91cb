import {freshId, h} from './dom.js';
import {icon} from './icons.js';

/**
 * Tabs as the ARIA practices describe them: one stop for the Tab key, arrows between them.
 *
 * @param label of the list
 * @param parts `{id, label, node, badge?, iconName?}`
 * @param chosen id of the first one shown
 * @param selected is told the id that is shown from now on
 */
export function tabs(label, parts, chosen, selected = () => {}) {
  const buttons = parts.map(part => {
    part.panelId = freshId('panel');
    return h('button', {
      type: 'button', role: 'tab', id: freshId('tab'), 'aria-controls': part.panelId,
      'data-part': part.id, onclick: () => select(part.id),
    }, part.iconName ? icon(part.iconName) : null, h('span', {}, part.label),
    part.badge ? h('span', {class: 'badge'}, part.badge) : null);
  });
  const list = h('div', {class: 'tabs', role: 'tablist', 'aria-label': label, onkeydown: walk}, buttons);
  const panels = parts.map((part, i) => h('div', {
    role: 'tabpanel', id: part.panelId, 'aria-labelledby': buttons[i].id, class: 'panel',
  }, part.node));
  let current = null;
  select(chosen, true);
  return {node: h('div', {class: 'tabbed'}, list, panels), select, list, current: () => current};

  function select(id, first = false) {
    if (current === id) {
      return;
    }
    current = id;
    parts.forEach((part, i) => {
      const shown = part.id === id;
      buttons[i].setAttribute('aria-selected', String(shown));
      buttons[i].tabIndex = shown ? 0 : -1;
      panels[i].hidden = !shown;
    });
    if (!first) {
      selected(id);
    }
  }

  function walk(event) {
    const now = buttons.findIndex(button => button === document.activeElement);
    const next = {ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1}[event.key];
    if (next === undefined || now < 0) {
      return;
    }
    event.preventDefault();
    const at = (next + buttons.length) % buttons.length;
    buttons[at].focus();
    select(parts[at].id);
  }
}
