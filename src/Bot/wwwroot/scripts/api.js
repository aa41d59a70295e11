// Calls to this very host, and errors that a person can read.

/** What went wrong, in words for the user. */
export class Problem extends Error {
  constructor(status, detail, errors = {}, retryAfter = null) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

const offline = () => new Problem(0, navigator.onLine === false ? '网络已断开，请检查网络后重试。' : '暂时连不上服务，请稍后重试。');

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Problem(response.status, body.detail ?? '服务暂时不可用，请稍后再试。', body.errors ?? {}, Number.isNaN(retryAfter) ? null : retryAfter);
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...options });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw offline();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

const withDate = (path, asOf) => asOf ? `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}` : path;

const json = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const get = async (path, { asOf, signal } = {}) => (await send(withDate(path, asOf), { signal })).json();

export const post = async (path, body, { asOf, signal } = {}) => (await send(withDate(path, asOf), { ...json(body), signal })).json();

/** A body in another form than JSON, as the bytes that came. */
export const postFor = async (path, body, accept) => {
  const options = json(body);
  options.headers.Accept = accept;
  return (await send(path, options)).blob();
};

export const postFile = async (path, file, type) => (await send(path, { method: 'POST', headers: { 'Content-Type': type }, body: file })).json();

/** Reads server-sent events; gives each one's name and data to the callback. */
async function readEvents(body, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    text += value ?? '';
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(text.slice(0, end).split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
      text = text.slice(end + 2);
      onEvent(fields.get('event') ?? 'message', fields.get('data') ?? '');
    }
    if (done) return;
  }
}

/** Asks; sentences that may be shown before the answer go to the callback. */
export async function ask(body, onSentence) {
  const options = json(body);
  options.headers.Accept = 'text/event-stream, application/json';
  const response = await send('/api/ask', options);
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response.json();
  let answer;
  try {
    await readEvents(response.body, (name, data) => {
      if (name === 'sentence') onSentence(JSON.parse(data).text);
      if (name === 'answer') answer = JSON.parse(data);
    });
  } catch {
    // Cut off on its way: without its end it is no answer.
    throw offline();
  }
  if (!answer) throw offline();
  return answer;
}

let calculators;
/** The calculators by name; asked for once. */
export function catalogue() {
  calculators ??= get('/api/calculators').then(
    reply => new Map(reply.calculators.map(calculator => [calculator.name, calculator])),
    fault => { calculators = undefined; throw fault; });
  return calculators;
}

const clauses = new Map();
/** One clause, whole. */
export function clause(id, asOf) {
  const key = `${id} ${asOf ?? ''}`;
  if (!clauses.has(key)) {
    clauses.set(key, get(`/api/clauses/${id.split('/').map(encodeURIComponent).join('/')}`, { asOf }).catch(fault => { clauses.delete(key); throw fault; }));
  }
  return clauses.get(key);
}
