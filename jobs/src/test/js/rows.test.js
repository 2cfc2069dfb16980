const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

const { groups, trials } = rowKinds(sample.data());
const cells = (kind, row) => Object.fromEntries(kind.columns.map(column => [column.key, column.text(row)]));
const found = (kind, typed) => selectRows(kind, typed);

test('a group has its settings, its means and how its trials ended', () => {
  assert.deepStrictEqual(cells(groups, 3), { hidden: '[64]', 'label-corruption': '1', n: '1', final_training_accuracy: '1.000',
    final_test_accuracy: '0.300', interval: '-', fit_epoch: '-', ended: '1 completed, 1 failed: boom, "loud"' });
  assert.strictEqual(cells(groups, 0).interval, '[0.800, 1.000]');
  assert.strictEqual(cells(groups, 1).fit_epoch, '1.5 (n = 2)');
});

test('an interval over test examples stands beside that over seeds, where there is one', () => {
  const { metrics, ...others } = sample.json().groups;
  const test = { ...metrics.final_test_accuracy, overImages: [0.05, null, 0.05, 0.05] };
  const kept = rowKinds(sample.data({ groups: { ...others, metrics: { ...metrics, final_test_accuracy: test } } })).groups;
  const words = kept.columns.map(column => column.words);
  assert.ok(words.includes('95 % interval over seeds') && words.includes('95 % interval over seeds and test examples'));
  assert.strictEqual(cells(kept, 0)['interval-over-images'], '[0.850, 0.950]');
  assert.strictEqual(cells(kept, 1)['interval-over-images'], '-');
  assert.ok(groups.columns.map(column => column.words).includes('95 % interval'));
});

test('Java decides which metrics show their deviation', () => {
  const minor = key => groups.columns.find(column => column.key === key).minor(0);
  assert.deepStrictEqual([minor('final_test_accuracy'), minor('fit_epoch')], ['± 0.010', '']);
});

test('a trial has its seed, its status and its command', () => {
  assert.deepStrictEqual(trials.columns.map(column => column.key), ['hidden', 'label-corruption', 'seed', 'status',
    'final_training_accuracy', 'final_test_accuracy', 'fit_epoch', 'command', 'reason', 'id']);
  assert.deepStrictEqual([cells(trials, 7).status, cells(trials, 7).reason], ['failed', 'boom, "loud"']);
  assert.deepStrictEqual(groups.all.filter(groups.isBad), [3]);
  assert.deepStrictEqual(trials.all.filter(trials.isBad), [7]);
});

test('the filter finds words, and numbers after them', () => {
  assert.deepStrictEqual(found(groups, 'hidden [16] corruption 1'), [1]);
  assert.deepStrictEqual(found(groups, '16'), [0, 1]);
  assert.deepStrictEqual(found(groups, 'hidden 1'), []);
  assert.deepStrictEqual(found(trials, 'failed'), [7]);
  assert.deepStrictEqual(found(trials, 'seed 2 corruption 0'), [1, 5]);
});

test('a number is found however it is spelt, but not by a part of it', () => {
  for (const [a, b] of [['.1', '0.10'], ['1e-1', '0.1'], ['+16', '16'], ['[0.5]', '[.5]']]) { assert.ok(sameNumber(a, b), a); }
  for (const [a, b] of [['0.1', '[0.1]'], ['9000000000000000001', '9000000000000000000'], ['1', '16']]) { assert.ok(!sameNumber(a, b), a); }
  assert.deepStrictEqual(phrasesOf('decay 0.9, Hidden: [16]'), [['decay', '0.9'], ['hidden', '[16]']]);
  assert.ok(holds('hidden [16, 16]', ['hidden', '16']) && !holds('hidden [16, 16]', ['hidden', '[16]']));
});

test('a shortened number is found by all its digits', () => {
  const [axis, other] = sample.json().axes;
  const kind = rowKinds(sample.data({ axes: [{ ...axis, values: ['0.04', '0.5'], exact: ['0.0387', '0.5'] }, other] })).groups;
  assert.deepStrictEqual([found(kind, '0.0387'), found(kind, '0.04'), found(kind, '0.038')], [[0, 1], [0, 1], []]);
});

test('rows sort either way, those without a value last', () => {
  const column = groups.columns.find(one => one.key === 'fit_epoch');
  assert.deepStrictEqual(selectRows(groups, '', column, false), [0, 1, 2, 3]);
  assert.deepStrictEqual(selectRows(groups, '', column, true), [2, 1, 0, 3]);
});

test('CSV has all digits, and quotes what needs it', () => {
  const keep = groups.columns.filter(column => ['hidden', 'final_test_accuracy', 'fit_epoch', 'ended'].includes(column.key));
  assert.strictEqual(csvOf(keep, [0, 3]), 'hidden,test accuracy,fit epoch,trials\r\n[16],0.9,1,2 completed\r\n'
    + '[64],0.3,,"1 completed, 1 failed: boom, ""loud"""\r\n');
});
