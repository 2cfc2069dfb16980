const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

test('completes what Java leaves out', () => {
  const json = sample.json();
  delete json.groups.metrics.fit_epoch.deviation;
  delete json.groups.metrics.fit_epoch.interval;
  const data = readData(json);
  assert.deepStrictEqual(data.trialsOf, [[0, 1], [2, 3], [4, 5], [6, 7]]);
  assert.deepStrictEqual(data.sets, ['training', 'test']);
  assert.deepStrictEqual([data.aboutSet, data.aboutMeasure], ['test', 'accuracy']);
  assert.deepStrictEqual(data.axes[0].exact, ['[16]', '[64]']);
  assert.deepStrictEqual(resultOf(data, 1, 'fit_epoch'), { y: 1.5, deviation: null, interval: null, n: 2 });
});

test('a group without a value has no result', () => {
  assert.strictEqual(resultOf(sample.data(), 3, 'fit_epoch'), null);
  assert.strictEqual(resultOf(sample.data(), 0, 'no_such_metric'), null);
});

test('labels a group by its settings', () => {
  assert.strictEqual(labelOf(sample.data(), 2), 'hidden [64] · label corruption 0');
  assert.strictEqual(labelOf(sample.data({ axes: [] }), 0), 'all seeds');
});

test('a command has the quoted words of its group, its seed and its own output', () => {
  assert.strictEqual(commandOf(sample.data(), 5),
    "./rote run x.yaml --set 'trial.hidden=[64]' --set trial.label-corruption=0.0 --set 'seeds=[2]' --out notebooks-out/t5");
});
