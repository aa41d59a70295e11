// What this browser keeps of a conversation; a browser that keeps nothing is no error.

const KEY = 'policy-chat';
const MOST = 30;

export function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return kept && typeof kept.conversationId === 'string' && Array.isArray(kept.turns) ? kept : null;
  } catch {
    return null;
  }
}

export function save(conversationId, turns) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ conversationId, turns: turns.slice(-MOST) }));
    return true;
  } catch {
    return false;
  }
}

export function clear() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept there is nothing to clear.
  }
}
