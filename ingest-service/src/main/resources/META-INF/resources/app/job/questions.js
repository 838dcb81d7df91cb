import {t} from '../messages.js';
import {h} from '../ui/dom.js';
import {Fields} from '../ui/fields.js';
import {grows} from '../submit/features.js';
import {askRevision} from './ask.js';

const MAX_ANSWER = 4000;

/** The open questions, and room to answer them: answers go into the sections that they concern. */
export function questions(view, report) {
  const asked = unique(report.questions);
  if (asked.length === 0) {
    return h('section', {class: 'card'}, h('h2', {}, t('questions.title')), h('p', {}, t('questions.none')));
  }
  const fields = new Fields();
  const answers = new Map();
  const place = h('div', {});
  const button = h('button', {class: 'primary', type: 'submit', disabled: true});
  count();
  return h('form', {class: 'card', novalidate: true, onsubmit: send},
    h('h2', {}, t('questions.title')), h('p', {class: 'hint'}, t('questions.hint')),
    h('ol', {class: 'questions'}, asked.map(one)), place, h('div', {class: 'actions sticky'}, button));

  function one(question) {
    const area = grows(h('textarea', {
      rows: 1, placeholder: t('questions.placeholder'), oninput: () => {
        answers.set(question.id, area.value);
        count();
      },
    }));
    return h('li', {}, h('p', {class: 'question-about'},
      question.documents.map(name => t(`document.${name}.short`)).join(', '), ' · ', question.role),
    fields.row(`answer.${question.id}`, question.question, area));
  }

  function given() {
    return asked.filter(({id}) => (answers.get(id) ?? '').trim() !== '');
  }

  function count() {
    const n = given().length;
    button.textContent = n === 0 ? t('questions.send.none') : t('questions.send', {n});
    button.disabled = n === 0;
    fields.tell(asked.filter(({id}) => (answers.get(id) ?? '').length > MAX_ANSWER).map(({id}) =>
      ({field: `answer.${id}`, key: 'rule.long', values: {most: MAX_ANSWER}})));
  }

  async function send(event) {
    event.preventDefault();
    const list = given().map(({id}) => ({questionId: id, answer: answers.get(id).trim()}));
    fields.touchAll();
    if (fields.first()) {
      fields.first().focus();
      return;
    }
    await askRevision(view, {action: 'revise', answers: list}, {
      tell: faults => fields.tell(faults.map(fault => atAnswer(fault, list))),
      touchAll: () => fields.touchAll(), first: () => fields.first(),
    }, place, button);
  }
}

/** `answers[1].answer` is the field of the second answer's question. */
function atAnswer(fault, list) {
  const index = /^answers\[(\d+)\]/.exec(fault.field)?.[1];
  return index === undefined ? fault : {...fault, field: `answer.${list[index]?.questionId}`};
}

/** The same question may stand in more than one document. */
function unique(questionsOfReport) {
  const all = new Map();
  for (const question of questionsOfReport) {
    const known = all.get(question.id);
    if (known) {
      known.documents.push(question.document);
    } else {
      all.set(question.id, {...question, documents: [question.document]});
    }
  }
  return [...all.values()];
}
