// What a form needs to know of a JSON Schema of inputs.

/** The inputs in order, each with what decides whether it is asked for. */
export function fields(schema) {
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    property,
    label: property.description ?? name,
    required: schema.required.includes(name) || isTiedRequired(schema, name),
    onlyWhere: tie(schema, name),
  }));
}

const isTiedRequired = (schema, name) => (schema.allOf ?? []).some(rule => rule.then?.required?.includes(name));

function tie(schema, name) {
  const rule = (schema.allOf ?? []).find(one => one.else?.properties?.[name] === false);
  if (!rule) return null;
  const [[choice, test]] = Object.entries(rule.if.properties);
  return { choice, value: test.const };
}

export const isMoney = property => property.type === 'number' && property['x-unit'] === '元';

/** Whether an input is to be shown beside these values. */
export const applies = (field, values) => !field.onlyWhere || values[field.onlyWhere.choice] === field.onlyWhere.value;
