// How texts are written.

function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
}

function shorten(text, max) { return text.length > max ? text.slice(0, max - 1) + '…' : text; }

/** Returns a function that cuts the texts of one axis, unless two of them would then look the same. */
function shortener(texts, max) {
  const differ = new Set(texts.map(text => shorten(text, max))).size === new Set(texts).size;
  return text => differ ? shorten(text, max) : text;
}

function countOf(n, noun) { return n.toLocaleString('en') + ' ' + noun + (n === 1 ? '' : 's'); }
