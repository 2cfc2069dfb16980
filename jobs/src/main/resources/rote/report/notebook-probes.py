probes = duckdb.sql(f"select * from {table('probes')}").df().merge(trials[["trial_id", "group"]], on="trial_id")


def of_first_trials(probe):
    """The items of the first network of every group that was probed."""
    rows = probes[probes["probe"] == probe]
    first = rows.groupby("group", sort=True)["trial_id"].first()
    return [(GROUPS[group][0], rows[rows["trial_id"] == trial]) for group, trial in first.items()]


def draw_images(probe, colours, lowest=None):
    for label, rows in of_first_trials(probe)[:4]:
        images = [numpy.reshape(list(r.numbers), list(r.shape)) for r in rows.itertuples() if len(r.shape) > 1]
        if not images:
            continue
        images = [image.reshape(-1, image.shape[-1]) for image in images]  # channels below each other
        reach = max(abs(image).max() for image in images)
        down = -(-len(images) // 10)
        figure, axes = plt.subplots(down, 10, figsize=(9, 0.95 * down + 0.4), squeeze=False)
        figure.suptitle(label, fontsize=9)
        for place in axes.flat:
            place.axis("off")
        for place, image in zip(axes.flat, images):
            place.imshow(image, cmap=colours, vmin=-reach if lowest is None else lowest, vmax=reach if lowest is None else 1)
        plt.show()


def draw_confidence():
    for label, rows in of_first_trials("noise-confidence")[:4]:
        figure, axes = plt.subplots(figsize=(9, 3))
        for r in rows[rows["item"].str.endswith("-confidence")].itertuples():
            share = list(r.numbers)
            axes.stairs(share, numpy.linspace(0, 1, len(share) + 1), label=r.item.removesuffix("-confidence"))
        axes.set_title(label, fontsize=9)
        axes.set_xlabel("confidence")
        axes.set_ylabel("share of images")
        axes.legend(frameon=False)
        plt.show()


def confusion(place, names=None):
    """How many test examples of each class, in rows, a group's networks answer with each class; the mean over them."""
    rows = probes[probes["probe"] == "test-answers"]
    rows = rows[rows["group"] == sorted(rows["group"].unique())[place]]
    labels = names or [int(label) for label in rows[rows["item"] == "labels"]["numbers"].iloc[0]]
    counts = [numpy.reshape(list(r.numbers), list(r.shape)) for r in rows[rows["item"] == "confusion"].itertuples()]
    return pd.DataFrame(numpy.mean(counts, axis=0), index=labels, columns=labels)
