// The columns of the results: how a row's cell reads (text, minor), sorts (order) and is saved (csv).

const HIDDEN_FIRST = ['epochs_run', 'changed_labels', 'best_test_cost', 'best_validation_accuracy', 'seconds', 'deviation', 'id'];

function settingColumns(data, groupOf) {
  return data.axes.map(axis => ({ key: axis.key, words: axis.words, text: row => valueOf(axis, groupOf(row)),
    csv: row => axis.exact[axis.of[groupOf(row)]], order: row => axis.of[groupOf(row)], left: true, head: true }));
}

/** Says how the trials of a group ended, and why some did not complete. */
function endOf(data, g) {
  const reasons = [...new Set(data.trialsOf[g].map(t => textOf(data.trials.reason, t)).filter(reason => reason))];
  return textOf(data.groups.ended, g) + (reasons.length ? ': ' + reasons.join('; ') : '');
}

function groupColumns(data) {
  const { completed, planned } = data.groups, columns = settingColumns(data, g => g);
  if (!columns.length) { columns.push({ key: 'group', words: 'group', text: g => labelOf(data, g), order: g => g, left: true, head: true }); }
  columns.push({ key: 'n', words: 'n', text: g => String(completed[g]), order: g => completed[g] });
  data.metrics.forEach(metric => columns.push(...metricColumns(metric, data.groups.metrics[metric.id])));
  columns.push({ key: 'ended', words: 'trials', text: g => endOf(data, g), order: g => completed[g] - planned[g], left: true });
  return columns;
}

/** Java decides which metrics show their deviation, their interval and how many trials have them. */
function metricColumns(metric, { mean, deviation, interval, n, overImages }) {
  const number = value => formatMetric(metric, value), isNone = column => g => column[g] === null;
  const csv = column => g => isNone(column)(g) ? '' : String(column[g]);
  const columns = [{ key: metric.id, words: metric.words, order: g => mean[g], csv: csv(mean),
    text: g => number(mean[g]) + (metric.counted && mean[g] !== null ? ' (n = ' + n[g] + ')' : ''),
    minor: g => deviation[g] === null || !metric.spread ? '' : '± ' + number(deviation[g]) }];
  const between = (key, words, half) => ({ key: key, words: '95 % interval' + words, order: g => half[g],
    text: g => half[g] === null ? '-' : '[' + number(mean[g] - half[g]) + ', ' + number(mean[g] + half[g]) + ']' });
  if (metric.interval) { columns.push(between('interval', overImages ? ' over seeds' : '', interval)); }
  if (overImages) { columns.push(between('interval-over-images', ' over seeds and test examples', overImages)); }
  return columns;
}

function trialColumns(data) {
  const { trials } = data, status = t => textOf(trials.status, t), reason = t => textOf(trials.reason, t), seed = t => trials.seed[t];
  return [
    ...settingColumns(data, t => trials.group[t]),
    { key: 'seed', words: 'seed', text: seed, order: t => Number(seed(t)) },
    { key: 'status', words: 'status', text: status, order: t => trials.status.of[t], left: true },
    ...data.metrics.map(metric => trialMetric(metric, trials.metrics[metric.id])),
    { key: 'command', words: 'train again', text: t => commandOf(data, t), command: true },
    ...(trials.reason.values.length > 1 ? [{ key: 'reason', words: 'what happened', text: reason, order: reason, left: true }] : []),
    { key: 'id', words: 'trial', text: t => trials.id[t], order: t => trials.id[t], left: true }
  ];
}

function trialMetric(metric, values) {
  return { key: metric.id, words: metric.words, text: t => formatMetric(metric, values[t]), order: t => values[t],
    csv: t => values[t] === null ? '' : String(values[t]) };
}
