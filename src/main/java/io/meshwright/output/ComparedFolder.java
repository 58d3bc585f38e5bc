package io.meshwright.output;

/**
 * A cluster's folder beside what is wanted there.
 *
 * @param comparison how they differ
 * @param work the steps that make them equal
 */
record ComparedFolder(ClusterComparison comparison, Work work) {}
