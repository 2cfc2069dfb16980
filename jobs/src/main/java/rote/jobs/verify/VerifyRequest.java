package rote.jobs.verify;

import java.util.List;
import java.util.function.Function;
import rote.files.DataFolder;
import rote.jobs.start.SparkAccess;
import rote.store.Output;

/**
 * What the user asked to be verified.
 *
 * @param sample how many trials are trained again at most; 0 checks only the files and needs no data
 * @param folders where to look for a data set, in this order
 * @param places where to look for a table, given the experiment file that names it; null where that is not known
 */
public record VerifyRequest(Output output, int sample, Function<String, List<DataFolder>> folders,
    Function<String, List<String>> places, SparkAccess spark) {}
