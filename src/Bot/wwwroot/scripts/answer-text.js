// An answer's text is complete in itself. Beside a card that shows the same in its own places, only the rest is shown.

const SHOWN = /^(时效|依据|提示|承担|计算|未满足|还可了解|咨询)：/;

/** The sentences that no other part of the card says, and whom to ask. */
export function readText(answer) {
  const lines = answer.text.split('\n').map(line => line.trim()).filter(Boolean);
  const whom = lines.filter(line => line.startsWith('咨询：')).map(line => line.slice(3));
  const hasAward = answer.awards.length > 0;
  const rest = lines.filter(line => !(hasAward ? SHOWN.test(line) || line.startsWith('·') : /^(时效|咨询|依据)：/.test(line)));
  return { paragraphs: groups(rest), whom };
}

function groups(lines) {
  const found = [];
  for (const line of lines) {
    if (line.startsWith('·')) {
      if (!Array.isArray(found.at(-1))) found.push([]);
      found.at(-1).push(line.slice(1).trim());
    } else {
      found.push(line);
    }
  }
  return found;
}
