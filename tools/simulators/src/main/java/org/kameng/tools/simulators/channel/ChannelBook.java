package org.kameng.tools.simulators.channel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.kameng.tools.simulators.Journal;

/**
 * The channel's rules for orders and refunds. One lock around everything: the simulator has to be right before it has to
 * be fast.
 */
public abstract class ChannelBook<T extends ChannelTrade, R extends ChannelRefund>
        implements Notifier.Memory, AutoCloseable {
    protected final Clock clock;
    protected final Shelf<T, R> shelf;

    protected ChannelBook(Path file, Clock clock, Class<T> tradeType, Class<R> refundType) throws IOException {
        this.clock = clock;
        this.shelf = new Shelf<>(file, clock, tradeType, refundType);
    }

    public Journal journal() {
        return shelf.journal();
    }

    @Override
    public synchronized void delivered(String notificationId) {
        shelf.recordNotified(notificationId);
    }

    @Override
    public synchronized boolean wasDelivered(String notificationId) {
        return shelf.wasNotified(notificationId);
    }

    public synchronized List<T> trades() {
        return shelf.trades();
    }

    public synchronized List<R> refunds() {
        return shelf.refunds();
    }

    public synchronized List<T> latestTrades(int count) {
        return shelf.latestTrades(count);
    }

    public synchronized List<R> latestRefunds(int count) {
        return shelf.latestRefunds(count);
    }

    @Override
    public synchronized void close() throws IOException {
        shelf.close();
    }
}
