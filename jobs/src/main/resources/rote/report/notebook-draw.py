def by_epoch(measure, group):
    """Mean, lowest and highest over the seeds of a group; a trial that stopped early carries its last value forward."""
    ids = completed.loc[completed["group"] == group, "trial_id"]
    wide = curves[curves["trial_id"].isin(ids)].pivot(index="epoch", columns="trial_id", values=measure).ffill()
    return pd.DataFrame({"mean": wide.mean(axis=1), "lowest": wide.min(axis=1), "highest": wide.max(axis=1)})


def draw_by_epoch(measure, title):
    figure, axes = plt.subplots(figsize=(9, 5))
    for group, (label, colour, dash) in enumerate(GROUPS):
        line = by_epoch(measure, group)
        if BANDS:
            axes.fill_between(line.index, line["lowest"], line["highest"], color=colour, alpha=0.14, linewidth=0)
        axes.plot(line.index, line["mean"], color=colour, linestyle=dash, label=label)
    if "accuracy" in measure:
        axes.axhline(CHANCE, color="#5f656d", linestyle=":", label="chance")
    finish(axes, "epoch", title, len(GROUPS))


def draw_after_training(metric, axis, lines, joined, logarithmic, title):
    """Mean and standard deviation over seeds; a line is a list of groups."""
    figure, axes = plt.subplots(figsize=(9, 5))
    for label, colour, groups in lines:
        rows = completed[completed["group"].isin(groups)].groupby("group")
        points = pd.DataFrame({"x": rows[axis].first(), "mean": rows[metric].mean(), "deviation": rows[metric].std()})
        points = points.sort_values("x").fillna({"deviation": 0})
        axes.errorbar(points["x"], points["mean"], points["deviation"], color=colour, marker="o", capsize=3,
                      linestyle="-" if joined else "none", label=label)
    if logarithmic:
        axes.set_xscale("log")
    finish(axes, axis.replace("_", " "), title, len(lines))


def finish(axes, x, y, lines):
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.grid(axis="y", color="#ebe8e2")
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    if lines <= 16:
        axes.legend(loc="upper left", bbox_to_anchor=(0, -0.14), frameon=False)
    plt.show()
