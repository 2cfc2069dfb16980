const test = require('node:test');
const assert = require('node:assert');
require('./scripts.js');

test('escapes whatever HTML could read', () => {
  assert.strictEqual(escapeHtml('<b a="1" c=\'2\'>&'), '&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;&#38;');
});

test('cuts long texts, but not so that two look the same', () => {
  assert.strictEqual(shorten('0123456789', 5), '0123…');
  assert.strictEqual(shorten('01234', 5), '01234');
  assert.deepStrictEqual(['abcdef', 'xbcdef'].map(shortener(['abcdef', 'xbcdef'], 4)), ['abc…', 'xbc…']);
  assert.deepStrictEqual(['abcdef', 'abcxyz'].map(shortener(['abcdef', 'abcxyz'], 4)), ['abcdef', 'abcxyz']);
});

test('counts one and many', () => {
  assert.deepStrictEqual([countOf(1, 'trial'), countOf(10000, 'trial')], ['1 trial', '10,000 trials']);
});
