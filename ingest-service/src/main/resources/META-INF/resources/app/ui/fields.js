import {t} from '../messages.js';
import {freshId, h} from './dom.js';

/**
 * The fields of one form, by the path that rules and the API name them with. A fault stands beside its
 * field once the field was left, or all of them when the form was to be sent.
 */
export class Fields {
  #fields = new Map();
  #touched = new Set();
  #all = false;
  #faults = [];

  /**
   * A control with label, hint and room for its fault.
   *
   * @param control made by the caller; it gets an id
   */
  row(path, label, control, hint, extra) {
    control.id ||= freshId('field');
    const hintNode = hint ? h('p', {class: 'hint', id: `${control.id}-hint`}, hint) : null;
    const fault = this.#room(path, control, hintNode?.id);
    return h('div', {class: 'field'},
      h('label', {for: control.id}, label, extra ? h('span', {class: 'label-extra'}, extra) : null),
      hintNode, control, fault);
  }

  /** The same for a group of controls, such as radio buttons. */
  group(path, legend, hint, ...controls) {
    const group = h('fieldset', {class: 'field group'}, h('legend', {}, legend));
    const hintNode = hint ? h('p', {class: 'hint', id: freshId('hint')}, hint) : null;
    const fault = this.#room(path, group, hintNode?.id);
    group.append(...[hintNode, ...controls.flat(), fault].filter(Boolean));
    return group;
  }

  /** Room for the fault of a control that stands by itself. */
  alone(path, control) {
    control.id ||= freshId('field');
    return this.#room(path, control);
  }

  /** Forgets the fields below a path, since they are drawn anew. */
  drop(prefix) {
    for (const path of [...this.#fields.keys()].filter(each => each.startsWith(prefix))) {
      this.#fields.delete(path);
    }
  }

  /** The reader has been there. */
  touch(path) {
    this.#touched.add(path);
    this.#show();
  }

  /** From now on every fault is told. */
  touchAll() {
    this.#all = true;
    this.#show();
  }

  /** The faults as they are now: `{field, key, values}`, or `{field, text}` from the API. */
  tell(faults) {
    this.#faults = faults;
    this.#show();
  }

  /** The control of the first fault; null where there is none. */
  first() {
    const faulty = [...this.#fields]
      .filter(([path]) => this.#faultsOf(path).length > 0).map(([, field]) => field.control);
    faulty.sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    const control = faulty[0] ?? null;
    return control?.matches('fieldset, ol')
      ? control.parentElement.querySelector('input, textarea, button') : control;
  }

  /** Whether the path has a field here. */
  has(path) {
    return this.#fields.has(path);
  }

  #room(path, control, hintId) {
    const fault = h('p', {class: 'fault', id: freshId('fault')});
    fault.hidden = true;
    this.#fields.set(path, {control, fault, hintId});
    control.addEventListener('focusout', () => this.touch(path));
    if (hintId) {
      control.setAttribute('aria-describedby', hintId);
    }
    return fault;
  }

  #faultsOf(path) {
    return this.#faults.filter(each => each.field === path);
  }

  #show() {
    for (const [path, {control, fault, hintId}] of this.#fields) {
      const told = this.#all || this.#touched.has(path) ? this.#faultsOf(path) : [];
      const text = told.map(each => each.text ?? t(each.key, each.values)).join(' ');
      if (fault.textContent !== text) {
        fault.textContent = text;
      }
      fault.hidden = text === '';
      if (control.matches('input, textarea, select')) {
        control.setAttribute('aria-invalid', text === '' ? 'false' : 'true');
      }
      const described = [hintId, text === '' ? null : fault.id].filter(Boolean).join(' ');
      if (described) {
        control.setAttribute('aria-describedby', described);
      } else {
        control.removeAttribute('aria-describedby');
      }
    }
  }
}
