import {Refusal, read, readFile} from '../api/client.js';

/** The files of one job: their addresses work for an hour at most, and are asked for anew then. */
export class Artifacts {
  #view;
  #kept = new Map();

  constructor(view) {
    this.#view = view;
  }

  /** Takes the addresses of a later answer. */
  update(view) {
    this.#view = view;
  }

  list() {
    return this.#view.artifacts;
  }

  has(name) {
    return this.#view.artifacts.some(each => each.name === name);
  }

  /** The content, asked for once. */
  text(name) {
    if (!this.#kept.has(name)) {
      const text = this.#read(name);
      text.catch(() => this.#kept.delete(name));
      this.#kept.set(name, text);
    }
    return this.#kept.get(name);
  }

  async json(name) {
    return JSON.parse(await this.text(name));
  }

  /** An address that works for a while yet. */
  async url(name) {
    const artifact = this.#find(name);
    if (Date.parse(artifact.expiresAt) > Date.now() + 10000) {
      return artifact.url;
    }
    await this.#renew();
    return this.#find(name).url;
  }

  async #read(name) {
    try {
      return await (await readFile(await this.url(name))).text();
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.status !== 403) {
        throw fault;
      }
      await this.#renew();
      return (await readFile(this.#find(name).url)).text();
    }
  }

  #find(name) {
    const artifact = this.#view.artifacts.find(each => each.name === name);
    if (!artifact) {
      throw new Refusal(410, {code: 'GONE'});
    }
    return artifact;
  }

  async #renew() {
    this.#view = await read(`job-status/${encodeURIComponent(this.#view.jobId)}`);
  }
}
