// Verifies one request with each secret named, and prints "verified" or the library's reason for each; run in a
// directory with standardwebhooks. Standard input: {"body": text, "headers": {name: value}, "secrets": [text]}
const { createRequire } = require('node:module');
const { Webhook } = createRequire(process.cwd() + '/')('standardwebhooks');

const request = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
for (const secret of request.secrets) {
  try {
    new Webhook(secret).verify(request.body, request.headers);
    console.log('verified');
  } catch (e) {
    console.log(String(e.message).split('\n')[0]);
  }
}
