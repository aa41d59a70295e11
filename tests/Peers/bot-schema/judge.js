// Judges what we send by the vendors' own types. Argument: a file with one {name, kind, body} a line, where kind is
// activity, expectedReplies or invoke; writes one {name, fault} for each fault and at last {activities, cards}.
const fs = require('fs');
const Mappers = require('botframework-connector/lib/connectorApi/models/mappers');
const { createSerializer } = require('botbuilder-stdlib/lib/azureCoreHttpCompat');
const { assertActivity } = require('botframework-schema');
const AC = require('adaptivecards/dist/adaptivecards.js');

const CARD = 'application/vnd.microsoft.card.adaptive';
const serializer = createSerializer(Mappers);
const counts = { activities: 0, cards: 0 };
let faults;

const same = (one, other) => require('util').isDeepStrictEqual(one, other);
const without = (object, ...names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

// The schema's type of an Activity asks for what only the service adds to one, and what has no meaning in a reply.
const ADDED_BY_THE_SERVICE = ['localTimezone', 'callerId', 'label', 'valueType', 'conversation.isGroup', 'conversation.name'];

function activity(body) {
  counts.activities++;
  const read = serializer.deserialize(Mappers.Activity, body, 'activity');
  const written = JSON.parse(JSON.stringify(serializer.serialize(Mappers.Activity, read, 'activity')));
  // An entity's own members are open: the type declares them as any, and its mapper leaves them out.
  if (!same(without(written, 'entities'), without(body, 'entities'))) faults.push(`the connector's types lose something: ${JSON.stringify(written).slice(0, 300)}`);
  if (!same(JSON.parse(JSON.stringify(read.entities ?? null)), body.entities ?? null)) faults.push('the entities are not read as they were sent');
  // A sign of typing and a card alone have no text; the type is of what arrives with one.
  const absent = body.type === 'typing' || body.attachments ? [...ADDED_BY_THE_SERVICE, 'text'] : ADDED_BY_THE_SERVICE;
  try {
    assertActivity(read);
  } catch (error) {
    for (const issue of error.issues)
      if (!(issue.received === 'undefined' && absent.includes(issue.path.join('.')))) faults.push(`${issue.path.join('.')}: ${issue.message}`);
  }
  for (const attachment of body.attachments ?? []) if (attachment.contentType === CARD) card(attachment.content);
  for (const entity of body.entities ?? [])
    for (const { appearance } of entity.citation ?? []) if (appearance.encodingFormat === CARD) card(JSON.parse(appearance.text));
}

// The parser drops what the version stated does not know, so what it writes again must be what it read.
function card(body) {
  counts.cards++;
  if (body.$schema !== 'http://adaptivecards.io/schemas/adaptive-card.json') faults.push(`a card's schema is ${body.$schema}`);
  const version = AC.Version.parse(body.version, new AC.SerializationContext());
  if (!version) return faults.push(`a card's version is ${body.version}`);
  const context = new AC.SerializationContext(version);
  const parsed = new AC.AdaptiveCard();
  const fallbacks = [];
  const plain = withoutFallbacks(body, fallbacks);
  parsed.parse(plain, context);
  for (let i = 0; i < context.eventCount; i++) faults.push(`card: ${context.getEventAt(i).message}`);
  for (const event of parsed.validateProperties().validationEvents) faults.push(`card: ${event.message}`);
  if (!same(sorted(parsed.toJSON(context)), sorted(plain))) faults.push(`the card's parser loses something of ${JSON.stringify(plain).slice(0, 300)}`);
  for (const fallback of fallbacks) card({ $schema: body.$schema, type: 'AdaptiveCard', version: body.version, body: [], actions: [fallback] });
}

// The parser reads an action's fallback and does not write it: each is judged as an action of a card of its own.
function withoutFallbacks(node, found) {
  if (Array.isArray(node)) return node.map(each => withoutFallbacks(each, found));
  if (node === null || typeof node !== 'object') return node;
  if (node.fallback) found.push(node.fallback);
  return Object.fromEntries(Object.entries(without(node, 'fallback')).map(([name, value]) => [name, name === 'data' ? value : withoutFallbacks(value, found)]));
}

function sorted(node) {
  if (Array.isArray(node)) return node.map(sorted);
  if (node === null || typeof node !== 'object') return node;
  // An empty list and none are the same card.
  return Object.fromEntries(Object.entries(node).filter(([, value]) => !(Array.isArray(value) && value.length === 0)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, sorted(value)]));
}

function invoke({ statusCode, type, value }) {
  if (!Number.isInteger(statusCode)) faults.push(`statusCode is ${statusCode}`);
  if (type === CARD) card(value);
  else if (type === 'application/vnd.microsoft.activity.message' ? typeof value !== 'string' : type !== 'application/vnd.microsoft.error' || !same(serializer.deserialize(Mappers.ErrorModel, value, 'error'), value))
    faults.push(`an invoke's answer of type ${type} is ${JSON.stringify(value)}`);
}

function expectedReplies(body) {
  serializer.serialize(Mappers.ExpectedReplies, serializer.deserialize(Mappers.ExpectedReplies, body, 'expectedReplies'), 'expectedReplies');
  if (!same(Object.keys(body), ['activities'])) faults.push(`the replies' members are ${Object.keys(body)}`);
  body.activities.forEach(activity);
}

const kinds = { activity, expectedReplies, invoke };
for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const { name, kind, body } = JSON.parse(line);
  faults = [];
  try {
    kinds[kind](body);
  } catch (error) {
    faults.push(error.message);
  }
  for (const fault of faults) console.log(JSON.stringify({ name, fault }));
}
console.log(JSON.stringify(counts));
