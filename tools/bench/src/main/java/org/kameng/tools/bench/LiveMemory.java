package org.kameng.tools.bench;

/** What is still needed after a collection, looked at again and again: garbage says nothing about a stream. */
final class LiveMemory implements AutoCloseable {
    private final long before = live();
    private volatile long most = before;
    private volatile boolean over;
    private final Thread looker = Thread.ofPlatform().daemon().start(this::look);

    private void look() {
        while (!over) most = Math.max(most, live());
    }

    double growthMegabytes() {
        return (most - before) / 1048576.0;
    }

    private static long live() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        over = true;
        try {
            looker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
