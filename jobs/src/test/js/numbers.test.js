const test = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const sample = require('./sample.js');

const { formats } = sample.json();

test('writes numbers as Java does', () => {
  const table = fs.readFileSync(path.join(__dirname, '../resources/rote/report/numbers.tsv'), 'utf8');
  const rows = table.split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split('\t'));
  assert.ok(rows.length > 10);
  rows.forEach(([kind, value, more, text]) => assert.strictEqual(formatNumber(formats[kind], Number(value), Number(more)), text));
});

test('writes a whole epoch without decimals, and no value as a hyphen', () => {
  assert.strictEqual(formatNumber(formats.epoch, 12), '12');
  assert.strictEqual(formatNumber(formats.accuracy, null), '-');
  assert.strictEqual(formatNumber(formats.cost, undefined), '-');
});

test('gives a metric the further digits that it needs', () => {
  assert.strictEqual(formatMetric({ format: formats.accuracy, more: 2 }, 0.99962), '0.99962');
});

test('writes ticks shortly', () => {
  assert.deepStrictEqual([0, 0.1 + 0.2, 1234.5, 123456, 0.0005, -2e6].map(formatTick),
    ['0', '0.3', '1234.5', '1.23456e5', '5e-4', '-2e6']);
});
