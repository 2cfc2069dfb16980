const test = require('node:test');
const assert = require('node:assert');
const sample = require('./sample.js');

const roles = ({ state: { columns, rows, colour } }) => [columns, rows, colour];

test('a view begins with colours for one setting and columns for the sets', () => {
  const view = firstView(sample.data(), false);
  assert.deepStrictEqual(roles(view), ['set', 'label-corruption', 'hidden']);
  assert.strictEqual(view.state.measure, 'accuracy');
  assert.strictEqual(view.state.band, 'deviation', 'an interval of two seeds says little');
});

test('across a setting that setting has no role, and other metrics can be drawn', () => {
  const view = firstView(sample.data(), true);
  assert.strictEqual(acrossAxis(view).key, 'hidden');
  assert.deepStrictEqual(roles(view), ['set', '', 'label-corruption']);
  assert.deepStrictEqual(view.measures.map(measure => measure.key), ['accuracy', 'cost', 'fit_epoch']);
  assert.strictEqual(view.measures[0].id('test'), 'final_test_accuracy');
  choose(view, 'measure', 'fit_epoch');
  assert.deepStrictEqual(axesOf(view).map(axis => axis.key), ['label-corruption'], 'it is not measured on a set');
});

test('looks along the setting with the most numbers, logarithmically where Java says so', () => {
  const { axes } = sample.json();
  const rates = { key: 'rate', words: 'rate', values: ['1', '10', '100'], numbers: [1, 10, 100], of: [0, 1, 2, 0], log: true };
  const view = firstView(sample.data({ axes: axes.concat(rates) }), true);
  assert.deepStrictEqual([view.state.x, view.state.logx], ['rate', true]);
  choose(view, 'x', 'hidden');
  assert.strictEqual(view.state.logx, false);
});

test('an axis has one role', () => {
  const view = firstView(sample.data(), false);
  choose(view, 'rows', 'hidden');
  assert.deepStrictEqual(roles(view), ['set', 'hidden', '']);
  choose(view, 'columns', '');
  assert.deepStrictEqual(roles(view), ['', 'hidden', '']);
});

test('axes without a role are held at a value or show all', () => {
  const view = firstView(sample.data(), false);
  choose(view, 'rows', '');
  assert.deepStrictEqual(heldAxes(view).map(axis => axis.key), ['label-corruption']);
  assert.strictEqual(heldOf(view, view.data.axes[1]), 'all');
  choose(view, 'held:label-corruption', '1');
  assert.strictEqual(heldOf(view, view.data.axes[1]), '1');
});

test('other colours show the hidden lines again', () => {
  const view = firstView(sample.data(), false);
  view.hidden.add(1);
  choose(view, 'colour', 'label-corruption');
  assert.strictEqual(view.hidden.size, 0);
});

test('groups of a random search are joined by no line', () => {
  assert.ok(isDotsOnly(firstView(sample.data({ scattered: true }), true)));
  assert.ok(!isDotsOnly(firstView(sample.data(), true)));
  assert.ok(!isDotsOnly(firstView(sample.data({ scattered: true }), false)));
});
