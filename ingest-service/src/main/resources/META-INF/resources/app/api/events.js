/**
 * A reader of `text/event-stream` (HTML Standard §9.2.6) for what `fetch` brings: `EventSource` can send
 * no bearer token.
 */
export class EventReader {
  #rest = '';
  #event = {};
  #data = [];

  /** The id to resume after; survives the end of a stream. */
  lastId = '';
  /** Milliseconds to wait before asking again. */
  retry = 2000;

  /** Takes a piece of the stream and returns the messages that it completes: `{id, event, data}`. */
  take(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    const messages = [];
    for (const line of lines) {
      if (line === '') {
        this.#finish(messages);
      } else {
        this.#field(line);
      }
    }
    return messages;
  }

  /** Forgets a message that was cut off: it comes again. */
  restart() {
    this.#rest = '';
    this.#event = {};
    this.#data = [];
  }

  #finish(messages) {
    if (this.#event.id !== undefined) {
      this.lastId = this.#event.id;
    }
    if (this.#data.length > 0) {
      messages.push({
        id: this.#event.id, event: this.#event.name ?? 'message', data: this.#data.join('\n'),
      });
    }
    this.#event = {};
    this.#data = [];
  }

  #field(line) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') {
      this.#data.push(value);
    } else if (name === 'event') {
      this.#event.name = value;
    } else if (name === 'id' && !value.includes('\0')) {
      this.#event.id = value;
    } else if (name === 'retry' && /^\d+$/.test(value)) {
      this.retry = Number(value);
    }
  }
}
