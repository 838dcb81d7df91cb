/** Names the tab of the browser. */
export function titled(text) {
  document.title = text ? `${text} · AI Digital Worker` : 'AI Digital Worker';
}
