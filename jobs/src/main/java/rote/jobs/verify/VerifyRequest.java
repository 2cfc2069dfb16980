package rote.jobs.verify;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.files.DataFolder;
import rote.store.Output;

/**
 * What the user asked to be verified.
 *
 * @param sample how many recorded trials are trained again, at most; 0 checks the files alone and needs no data
 * @param folders where to look for the data set of a name, in this order
 * @param spark Spark settings of the command line; they stand above all others
 */
public record VerifyRequest(
    Output output, int sample, Function<String, List<DataFolder>> folders, Map<String, String> spark) {}
