(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var RAMP = ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#fde725']; // viridis: ordered, and safe
  var DASH = { solid: 'solid', dotted: [2, 3], dashed: [7, 4] };
  var CELL = 'padding:1px 8px 1px 0;border:0;text-align:left;';
  var MOST_TOLD = 12; // lines in a tooltip
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var shown = data.groups.map(function () { return true; });
  var lastEpoch = data.charts[0].curves.filter(some).reduce(function (l, c) { return Math.max(l, end(c)[0]); }, 1);

  function some(points) { return points.length > 0; }
  function end(points) { return points[points.length - 1]; }
  /** A phone's tooltip has no room for the range over seeds. */
  function narrow() { return window.innerWidth < 520; }
  function css(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  function mix(a, b, t) {
    return '#' + [1, 3, 5].map(function (at) {
      var from = parseInt(a.slice(at, at + 2), 16), to = parseInt(b.slice(at, at + 2), 16);
      return ('0' + Math.round(from + (to - from) * t).toString(16)).slice(-2);
    }).join('');
  }

  function colour(group) {
    if (!group.ordered) { return css('--kind-' + group.colour); }
    var from = +css('--ramp-from'), to = +css('--ramp-to');
    var at = (from + (to - from) * group.colour / Math.max(1, group.colours - 1)) * (RAMP.length - 1);
    var left = Math.min(RAMP.length - 2, Math.floor(at));
    return mix(RAMP[left], RAMP[left + 1], at - left);
  }

  function number(chart, value) {
    if (chart.accuracy) { return value.toFixed(3); }
    return value !== 0 && (value < 1e-4 || value >= 1e6) ? value.toExponential(3) : value.toPrecision(4);
  }

  function escaped(text) {
    return String(text).replace(/[&<>"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; });
  }

  function swatch(group) {
    var dash = { solid: '', dotted: '2 3', dashed: '7 4' }[group.dash];
    return '<svg width="26" height="10" aria-hidden="true"><line x1="0" x2="26" y1="5" y2="5" stroke="' +
      colour(group) + '" stroke-width="2.5" stroke-dasharray="' + dash + '"/></svg>';
  }

  /** The point at an epoch, or the nearest one before it where epochs are thinned or the line has ended. */
  function pointAt(points, epoch) {
    for (var i = points.length - 1; i > 0; i--) {
      if (points[i][0] <= epoch) { return points[i]; }
    }
    return points[0];
  }

  function tooltip(chart, epoch) {
    var rows = [];
    data.groups.forEach(function (group, g) {
      var points = chart.curves[g];
      if (!shown[g] || !some(points)) { return; }
      var p = pointAt(points, epoch);
      rows.push({ g: g, group: group, p: p, running: epoch > end(points)[0] ? 0 : p[4] });
    });
    rows.sort(function (a, b) { return b.p[1] - a.p[1]; });
    var html = rows.slice(0, MOST_TOLD).map(function (row) { return tooltipRow(chart, row); }).join('');
    var more = rows.length > MOST_TOLD ? '<div>and ' + (rows.length - MOST_TOLD) + ' more below</div>' : '';
    var head = '<b>epoch ' + epoch + '</b>' + (narrow() ? ', mean, still running' : '');
    return head + '<table style="width:auto;font-size:12px">' + html + '</table>' + more;
  }

  function tooltipRow(chart, row) {
    var p = row.p;
    var cells = [
      swatch(row.group) + ' ' + escaped(row.group.label),
      '<b>' + number(chart, p[1]) + '</b>',
      narrow() ? '' : number(chart, p[2]) + ' to ' + number(chart, p[3]),
      row.running + ' of ' + row.group.completed + (narrow() ? '' : ' running')
    ];
    var cell = '<td style="' + CELL + 'white-space:' + (narrow() ? 'normal' : 'nowrap') + '">';
    var html = '<tr>' + cells.map(function (text) { return text && cell + text + '</td>'; }).join('') + '</tr>';
    chart.published.forEach(function (figure) {
      if (figure.group === row.g) {
        html += '<tr>' + cell + '&#9671; published</td>' + cell + number(chart, figure.value) + '</td>' +
          '<td colspan="2" style="' + CELL + 'white-space:normal">' + escaped(figure.source) + '</td></tr>';
      }
    });
    return html;
  }

  /** A band is one polygon: along the highest seeds and back along the lowest. */
  function band(group, points) {
    return {
      type: 'custom', name: group.label, silent: true, z: 1, tooltip: { show: false },
      data: [[0, 0]], encode: { x: -1, y: -1 }, clip: true,
      renderItem: function (params, api) {
        var upper = points.map(function (p) { return api.coord([p[0], p[3]]); });
        var lower = points.map(function (p) { return api.coord([p[0], p[2]]); }).reverse();
        var style = { fill: colour(group), opacity: 0.14 };
        return { type: 'polygon', shape: { points: upper.concat(lower) }, style: style };
      }
    };
  }

  function line(group, points) {
    var stopped = end(points)[0] < lastEpoch;
    return {
      type: 'line', name: group.label, z: 3, symbol: 'circle', symbolSize: 6, showAllSymbol: true,
      data: points.map(function (p, i) {
        return { value: [p[0], p[1]], symbol: stopped && i === points.length - 1 ? 'circle' : 'none' };
      }),
      lineStyle: { width: 2, type: DASH[group.dash], color: colour(group) },
      itemStyle: { color: colour(group) }, emphasis: { disabled: true }
    };
  }

  function marks(chart) {
    return chart.published.map(function (figure) {
      var group = data.groups[figure.group];
      return {
        type: 'scatter', name: group.label, z: 5, clip: false, silent: true, symbol: 'diamond', symbolSize: 13,
        data: [[end(chart.curves[figure.group])[0], figure.value]],
        itemStyle: { color: css('--paper'), borderColor: colour(group), borderWidth: 2 }
      };
    });
  }

  function chanceLine() {
    return {
      type: 'line', name: '\u0000chance', silent: true, data: [], z: 0,
      markLine: {
        silent: true, symbol: 'none', data: [{ yAxis: data.chance }], animation: false,
        lineStyle: { color: css('--muted'), type: [1, 3], width: 1.5 },
        label: {
          position: 'insideEndBottom', color: css('--muted'), fontSize: 12,
          formatter: 'chance ' + data.chance.toFixed(3)
        }
      }
    };
  }

  function series(chart) {
    var all = chart.accuracy ? [chanceLine()] : [];
    data.groups.forEach(function (group, g) {
      var points = chart.curves[g];
      if (!shown[g] || !some(points)) { return; }
      if (data.bands && group.completed > 1) { all.push(band(group, points)); }
      all.push(line(group, points));
    });
    return all.concat(marks(chart).filter(function (mark, m) { return shown[chart.published[m].group]; }));
  }

  function option(chart) {
    var muted = { color: css('--muted'), fontSize: 12 };
    var scale = chart.accuracy ? { interval: 0.2, max: 1 } : costAxis(chart);
    var rule = { lineStyle: { color: css('--grid') } };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 16, bottom: 28, containLabel: true },
      xAxis: {
        type: 'value', min: 0, max: lastEpoch, minInterval: 1, name: 'epoch', nameLocation: 'middle', nameGap: 28,
        nameTextStyle: muted, axisLabel: muted, splitLine: { show: false },
        axisLine: { lineStyle: { color: css('--muted') } }, axisTick: { lineStyle: { color: css('--muted') } }
      },
      yAxis: {
        type: 'value', min: 0, max: scale.max, interval: scale.interval, axisLabel: muted, splitLine: rule,
        axisLine: { show: false }, axisTick: { show: false }
      },
      tooltip: {
        trigger: 'axis', confine: true, transitionDuration: 0,
        backgroundColor: css('--panel'), borderColor: css('--rule'),
        extraCssText: 'max-width:calc(100vw - 32px)',
        textStyle: { color: css('--ink'), fontSize: 12 },
        axisPointer: { snap: true, lineStyle: { color: css('--muted') } },
        formatter: function (items) { return tooltip(chart, Math.round(items[0].axisValue)); }
      },
      series: series(chart)
    };
  }

  /** The highest value of the shown bands and published figures, which an axis does not see by itself. */
  function highest(chart) {
    var top = 0;
    chart.curves.forEach(function (points, g) {
      if (shown[g]) { points.forEach(function (p) { top = Math.max(top, p[3]); }); }
    });
    chart.published.forEach(function (figure) { top = shown[figure.group] ? Math.max(top, figure.value) : top; });
    return top || 1;
  }

  /** From 0 in round steps: at most five of them. */
  function costAxis(chart) {
    var top = highest(chart);
    var unit = Math.pow(10, Math.floor(Math.log10(top)) - 1);
    var step = unit * [2, 2.5, 5, 10, 20].filter(function (s) { return s * unit * 5 >= top; })[0];
    return { interval: round(step), max: round(Math.ceil(top / step) * step) };
  }

  function round(value) { return Number(value.toPrecision(10)); }

  function legend() {
    var box = document.getElementById('legend');
    box.textContent = '';
    data.groups.forEach(function (group, g) {
      var button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', String(shown[g]));
      button.innerHTML = swatch(group);
      button.appendChild(document.createElement('span')).textContent = group.label;
      button.addEventListener('click', function () {
        shown[g] = !shown[g];
        button.setAttribute('aria-pressed', String(shown[g]));
        draw();
      });
      box.appendChild(button);
    });
    if (data.groups.length > 2) { box.appendChild(allOrNone(box)); }
    box.hidden = data.groups.length < 2;
  }

  function allOrNone(box) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'all';
    button.textContent = 'all / none';
    button.addEventListener('click', function () {
      var show = shown.indexOf(false) >= 0;
      shown = shown.map(function () { return show; });
      box.querySelectorAll('[aria-pressed]').forEach(function (b) { b.setAttribute('aria-pressed', String(show)); });
      draw();
    });
    return button;
  }

  function swatches() {
    document.querySelectorAll('tr[data-group]').forEach(function (row) {
      var old = row.querySelector('.swatch');
      if (old) { old.remove(); }
      var span = document.createElement('span');
      span.className = 'swatch';
      span.innerHTML = swatch(data.groups[+row.dataset.group]);
      row.querySelector('th').prepend(span);
    });
  }

  var charts = data.charts.map(function (chart) {
    var element = document.getElementById('chart-' + chart.id);
    var drawn = echarts.init(element, null, { renderer: 'svg' });
    new ResizeObserver(function () { drawn.resize(); }).observe(element);
    return drawn;
  });
  function draw() { charts.forEach(function (drawn, c) { drawn.setOption(option(data.charts[c]), true); }); }
  function everything() { legend(); swatches(); draw(); }
  dark.addEventListener('change', everything);
  everything();
}());
