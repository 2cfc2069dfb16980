// The points of curves by epoch.

/** Returns the epochs at which a curve has points: the kept ones before its last, and its last. */
function epochsOf(data, length, last) { return data.curves.epochs.slice(0, length - 1).concat(last); }

function meanCurve(data, g, measure) {
  const mean = data.curves[measure].mean[g], deviation = data.curves[measure].deviation[g];
  const epochs = epochsOf(data, mean.length, data.curves.last[g]);
  return mean.map((value, i) => ({
    epoch: epochs[i], seconds: data.curves.seconds[g][i], running: data.curves.running[g][i], y: value,
    deviation: deviation.length ? deviation[i] : null, interval: deviation.length ? deviation[i] * data.curves.reach[g] : null
  }));
}

/** Returns the curve of one trial; empty where the page has no single seeds. */
function seedCurve(data, t, measure) {
  const seeds = data.curves.seeds[measure], values = seeds ? seeds[t] : [];
  const epochs = values.length ? epochsOf(data, values.length, data.trials.metrics.epochs_run[t]) : [];
  return values.map((y, i) => ({ epoch: epochs[i], y: y }));
}
