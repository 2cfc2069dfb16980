// The JSON of a small page: four groups of two seeds, hidden [16] or [64] and label corruption 0 or 1; the last trial failed.
require('./scripts.js');

const ids = [0, 1, 2, 3];
const accuracy = [0.9, 0.8, 0.4, 0.3];
const column = mean => ({ n: [2, 2, 2, 1], mean: mean, deviation: [0.01, 0.02, 0.03, null], interval: [0.1, 0.2, 0.3, null] });
const curve = last => ({ mean: last.map(value => [0.1, value / 2, value]), deviation: ids.map(g => g < 3 ? [0, 0.1, 0.2] : []) });
const trials = [0, 1, 2, 3, 4, 5, 6, 7];

/** Makes the JSON, with whatever a test changes. */
exports.json = (changes = {}) => ({
  name: 'sample', chance: 0.1, about: 'test_accuracy', scattered: false,
  ramp: ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#fde725'],
  formats: { accuracy: { decimals: 3 }, cost: { digits: 4, plainFrom: 1e-4, plainBelow: 1e6 },
    epoch: { decimals: 1, whole: true }, seconds: { decimals: 1, whole: true } },
  axes: [
    { key: 'hidden', words: 'hidden', values: ['[16]', '[64]'], numbers: [16, 64], of: [0, 0, 1, 1], log: false, ordered: false },
    { key: 'label-corruption', words: 'label corruption', values: ['0', '1'], numbers: [0, 1], of: [0, 1, 0, 1], log: false,
      ordered: false }
  ],
  metrics: [
    { id: 'final_training_accuracy', words: 'training accuracy', kind: 'accuracy', more: 0, spread: true },
    { id: 'final_test_accuracy', words: 'test accuracy', kind: 'accuracy', more: 0, spread: true, interval: true },
    { id: 'fit_epoch', words: 'fit epoch', kind: 'epoch', more: 0, counted: true }
  ],
  groups: { planned: [2, 2, 2, 2], completed: [2, 2, 2, 1],
    ended: { values: ['2 completed', '1 completed, 1 failed'], of: [0, 0, 0, 1] },
    metrics: { final_training_accuracy: column([1, 1, 1, 1]), final_test_accuracy: column(accuracy),
      fit_epoch: column([1, 1.5, 2, null]) } },
  trials: { id: trials.map(t => 't' + t), group: trials.map(t => t >> 1), seed: trials.map(t => String(1 + t % 2)),
    status: { values: ['completed', 'failed'], of: [0, 0, 0, 0, 0, 0, 0, 1] },
    reason: { values: ['', 'boom, "loud"'], of: [0, 0, 0, 0, 0, 0, 0, 1] },
    metrics: { final_training_accuracy: trials.map(t => t < 7 ? 1 : null), final_test_accuracy: trials.map(t => t < 7 ? t / 10 : null),
      fit_epoch: [1, 1, 1, 2, 2, 2, null, null], epochs_run: trials.map(t => t < 7 ? 2 : null) } },
  curves: { epochs: [0, 1, 2], step: 1, every: 1, last: [2, 2, 2, 2], reach: [1, 1, 1, null],
    running: ids.map(() => [2, 2, 2]), seconds: ids.map(() => [0, 3, 6]),
    training_accuracy: curve([1, 1, 1, 1]), test_accuracy: curve(accuracy), seeds: {} },
  published: [{ group: 0, value: 0.95, metric: 'final_test_accuracy', source: 'A. <Author>' }],
  retrain: { begin: './rote run x.yaml', out: 'notebooks-out/', settings: [
    { path: 'trial.hidden', quote: "'", values: ['[16]', '[64]'], of: [0, 0, 1, 1] },
    { path: 'trial.label-corruption', quote: '', values: ['0.0', '1.0'], of: [0, 1, 0, 1] }] },
  ...changes
});

exports.data = changes => readData(exports.json(changes));

exports.look = { ink: '#000000', muted: '#888888', grid: '#eeeeee', paper: '#ffffff', panel: '#fafafa', rule: '#cccccc',
  kind: place => 'kind ' + place, ramp: exports.json().ramp, rampFrom: 0, rampTo: 0.82, narrow: false };
