import {api} from '../settings.js';
import {authorization} from '../session/session.js';
import {Refusal, Unreachable, read} from './client.js';

/**
 * Submits archive and texts: the archive goes straight to the object store and is named by the
 * submission; where the installation has no uploads, all goes in one form.
 *
 * @param archive a File, or null
 * @param sha256 of the archive, in hex
 * @param texts `{descriptor, options, existing?}`; the last one is Markdown
 * @param key makes a repetition harmless: the same job is answered
 * @param progress is told the share sent, 0 to 1
 * @returns `{jobId}`
 */
export async function submit(archive, sha256, texts, key, progress) {
  let uploadId;
  if (archive) {
    try {
      uploadId = await upload(archive, sha256, progress);
    } catch (fault) {
      if (fault instanceof Refusal && (fault.code === 'NOT_FOUND' || fault.status === 405)) {
        return asForm(archive, texts, key, progress);
      }
      throw fault;
    }
  }
  return read('generate-spec', {
    method: 'POST', json: {uploadId, ...texts}, headers: {'Idempotency-Key': key},
  });
}

async function upload(file, sha256, progress) {
  const place = await read('uploads', {method: 'POST', json: {size: file.size, sha256}});
  const answer = await send(place.method, place.url, place.headers, file, progress);
  if (answer.status >= 300) {
    throw new Refusal(answer.status, {code: 'UPLOAD_REFUSED'});
  }
  return place.uploadId;
}

async function asForm(archive, texts, key, progress) {
  const form = new FormData();
  form.append('archive', archive, 'archive.zip');
  form.append('descriptor', json(texts.descriptor), 'descriptor.json');
  form.append('options', json(texts.options), 'options.json');
  if (texts.existing) {
    form.append('existing', new Blob([texts.existing], {type: 'text/markdown'}), 'existing.md');
  }
  const headers = {'Idempotency-Key': key, ...await authorization()};
  return accepted(await send('POST', api('generate-spec'), headers, form, progress));
}

function json(value) {
  return new Blob([JSON.stringify(value)], {type: 'application/json'});
}

function accepted(answer) {
  const body = parsed(answer.text);
  if (answer.status >= 300) {
    throw new Refusal(answer.status, body, Number(answer.retryAfter) || undefined);
  }
  return body;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** `fetch` does not tell how much is sent; XMLHttpRequest does. */
function send(method, url, headers, body, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const isOurs = new URL(url).origin === location.origin; // others show only some headers
    request.open(method, url);
    for (const [name, value] of Object.entries(headers ?? {})) {
      // the browser itself sets these two, to the same values
      if (!/^(host|content-length)$/i.test(name)) {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = event => {
      if (event.lengthComputable) {
        progress(event.loaded / event.total);
      }
    };
    request.onload = () => resolve({
      status: request.status, text: request.responseText,
      retryAfter: isOurs ? request.getResponseHeader('Retry-After') : null,
    });
    request.onerror = () => reject(new Unreachable());
    request.send(body);
  });
}

/** SHA-256 of a file, in hex. */
export async function sha256(file) {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
