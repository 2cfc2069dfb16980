// What permuted labels give, as bars, and what the true labels give, as a line among them or beyond.
const MAX_PERMUTATION_CHARTS = 12;

function permutationChart(data, look, test) {
  const format = data.formats.accuracy, half = test.width / 2, last = test.middles[test.middles.length - 1];
  const low = Math.min(test.middles[0] - half, test.truth), high = Math.max(last + half, test.truth), room = (high - low) * 0.04;
  const all = test.counts.reduce((a, b) => a + b, 0);
  return {
    grid: { left: 4, right: 14, top: 36, bottom: 26, containLabel: true },
    xAxis: { ...axisLook(look, true), type: 'value', min: Math.max(0, low - room), max: Math.min(1, high + room), name: 'test accuracy', nameGap: 28,
      axisLabel: { ...axisLook(look, true).axisLabel, showMinLabel: false, showMaxLabel: false } },
    yAxis: { ...axisLook(look, false), type: 'value', minInterval: 1, ...nameAbove(look, 'permutations') },
    tooltip: { ...tooltipLook(look), formatter: ({ value }) => 'about <b>' + formatNumber(format, value[0]) + '</b> in <b>' + value[1] +
      '</b> of ' + all + ' permutations' },
    series: [{
      type: 'custom', encode: { x: 0, y: 1 }, data: test.middles.map((middle, bin) => [middle, test.counts[bin]]),
      itemStyle: { color: look.muted },
      renderItem: (params, api) => {
        const [left, top] = api.coord([api.value(0) - half, api.value(1)]), [right, bottom] = api.coord([api.value(0) + half, 0]);
        return { type: 'rect', shape: { x: left, y: top, width: Math.max(1, right - left - 1), height: bottom - top }, style: { fill: look.muted } };
      },
      markLine: { symbol: 'none', silent: true, lineStyle: { color: look.kind(0), width: 3, type: 'solid' },
        label: { formatter: 'true labels', color: look.ink, fontSize: 12, position: 'end', align: test.truth > (low + high) / 2 ? 'right' : 'left' },
        data: [{ xAxis: test.truth }] }
    }]
  };
}

function makePermutations(section, data) {
  const box = section.querySelector('.panels'), shown = data.permutations.slice(0, MAX_PERMUTATION_CHARTS);
  box.style.setProperty('--columns', Math.min(shown.length, 3));
  box.dataset.columns = shown.length > 1 ? 'some' : 'one';
  shown.forEach(test => {
    const chart = element('div', { className: 'chart', role: 'img', 'aria-label': 'Test accuracies with permuted labels, ' + test.label });
    box.append(element('figure', { className: 'panel', 'data-panel': test.label }, element('figcaption', {}, test.label), chart));
    show(chart, () => permutationChart(data, readLook(data), test));
  });
  section.querySelector('.note').textContent = 'Bars count permutations; the line is the accuracy with the true labels.' +
    (shown.length < data.permutations.length ? ' The first ' + shown.length + ' groups are drawn.' : '');
}
