// What the reader types to filter rows: words, each with the numbers after it.
const isNumber = word => /^\[?[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\]?$/i.test(word);

/** Whether two words are the same number, such as .1, 0.10 and 1e-1, but not 0.1 and [0.1]. Integers keep all digits. */
function sameNumber(a, b) {
  const parts = word => [word.startsWith('['), word.replace(/[[\]]/g, ''), word.endsWith(']')];
  const [left, right] = [parts(a), parts(b)];
  const whole = [left[1], right[1]].every(text => /^[-+]?\d+$/.test(text));
  return left[0] === right[0] && left[2] === right[2] &&
    (whole ? BigInt(left[1].replace('+', '')) === BigInt(right[1].replace('+', '')) : Number(left[1]) === Number(right[1]));
}

function phrasesOf(text) {
  const found = [];
  text.toLowerCase().split(/[\s,·:]+/).filter(word => word).forEach(word => {
    if (isNumber(word) && found.length) { found[found.length - 1].push(word); } else { found.push([word]); }
  });
  return found;
}

/** Whether a part of a row's name contains a phrase. Numbers must match as a whole: neither 1 nor [16] finds [16, 16]. */
function holds(part, phrase) {
  const words = part.split(/[\s,:]+/), bare = part.split(/[\s,:[\]]+/);
  return phrase.every(word => isNumber(word)
    ? words.concat(bare).some(other => isNumber(other) && sameNumber(word, other)) : part.includes(word));
}
