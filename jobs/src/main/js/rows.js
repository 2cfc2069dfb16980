// The rows of the results: their names for the filter, their order, and their text as CSV.

function rowKinds(data) {
  const { trials } = data, isBad = t => textOf(trials.status, t) !== 'completed';
  return {
    groups: { noun: 'group', all: data.all, columns: groupColumns(data), isBad: g => data.trialsOf[g].some(isBad),
      names: g => settingNames(data, g).concat(endOf(data, g)) },
    trials: { noun: 'trial', all: trials.id.map((id, t) => t), columns: trialColumns(data), isBad: isBad,
      names: t => settingNames(data, trials.group[t]).concat(
        'seed ' + trials.seed[t], textOf(trials.status, t), textOf(trials.reason, t), trials.id[t]) }
  };
}

/** Numbers are found as shown, and by all their digits. */
function settingNames(data, g) {
  return data.axes.map(axis => {
    const exact = axis.exact[axis.of[g]];
    return axis.words + ' ' + valueOf(axis, g) + (exact === valueOf(axis, g) ? '' : ' ' + exact);
  });
}

/** Returns the rows that match everything typed, sorted by a column if there is one. */
function selectRows(kind, typed, column, down) {
  const phrases = phrasesOf(typed);
  const rows = kind.all.filter(row => {
    const parts = phrases.length ? kind.names(row).map(part => part.toLowerCase()) : [];
    return phrases.every(phrase => parts.some(part => holds(part, phrase)));
  });
  return column ? rows.sort((a, b) => compare(column.order(a), column.order(b), down ? -1 : 1)) : rows;
}

/** Rows without a value come last in both directions. */
function compare(a, b, sign) {
  if (a === null || b === null) { return (a === null) - (b === null); }
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}

/** Writes rows with all digits of the page's numbers. */
function csvOf(columns, rows) {
  const quoted = text => /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  const lines = [columns.map(column => column.words)].concat(rows.map(row => columns.map(column => (column.csv || column.text)(row))));
  return lines.map(line => line.map(quoted).join(',') + '\r\n').join('');
}
