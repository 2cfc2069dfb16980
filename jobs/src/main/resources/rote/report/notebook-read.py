def table(name):
    """A table as SQL names it."""
    return "'" + str(FOLDER / name / f"{name}.parquet").replace("'", "''") + "'"


trials = duckdb.sql(f"select * from {table('trials')}").df()
curves = duckdb.sql(f"select * from {table('curves')}").df()

# A group is what trials have in common but for the seed; rows are in the order of the plan, and so are GROUPS.
settings = trials["config"].str.replace(r'"seed":-?\d+', "", regex=True)
fresh = (trials["seed"] > LAST_SEED).map(str)
trials["group"] = pd.factorize(settings + fresh)[0]
completed = trials[trials["status"] == "COMPLETED"]
trials["status"].value_counts()
