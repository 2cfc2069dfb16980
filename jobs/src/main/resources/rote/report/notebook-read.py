def table(name):
    """A table as SQL names it."""
    return "'" + str(FOLDER / name / f"{name}.parquet").replace("'", "''") + "'"


trials = duckdb.sql(f"select * from {table('trials')}").df()
curves = duckdb.sql(f"select * from {table('curves')}").df()

permuted = trials[(trials["permutation"] > 0) & (trials["status"] == "COMPLETED")]
if IS_PERMUTED:
    trials = trials[trials["permutation"] == 0].copy()

# A group is what trials have in common but for the seed and the fold; rows are in the order of the plan, and so are GROUPS.
settings = trials["config"].str.replace(r'"(seed|fold)":-?\d+' if FOLDS else r'"seed":-?\d+', "", regex=True)
fresh = (trials["seed"] > LAST_SEED).map(str)
trials["group"] = pd.factorize(settings + fresh)[0]
completed = trials[trials["status"] == "COMPLETED"]
trials["status"].value_counts()
