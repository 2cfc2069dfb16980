def draw_permutations(group, label):
    """What permuted labels give, and what the true ones give, of one group: means over its seeds and folds."""
    own = completed[completed["group"] == group]
    config = r'"(seed|fold|permutation)":-?\d+'
    same = permuted[permuted["config"].str.replace(config, "", regex=True).isin(own["config"].str.replace(config, "", regex=True))]
    figure, axes = plt.subplots(figsize=(9, 4))
    axes.hist(same.groupby("permutation")["final_test_accuracy"].mean(), bins=40, color="#5f656d")
    axes.axvline(own["final_test_accuracy"].mean(), color="#0072b2", linewidth=3, label="true labels, " + label)
    finish(axes, "test accuracy", "permutations", 1)


