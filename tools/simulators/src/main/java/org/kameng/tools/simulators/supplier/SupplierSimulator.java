package org.kameng.tools.simulators.supplier;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Router;

/** A supplier of our own. Its whole state is in its folder and comes back after a kill. */
public final class SupplierSimulator implements AutoCloseable {
    private final SimClock clock = new SimClock();
    private final Timetable timetable = new Timetable(clock);
    private final Profile profile;
    private final Path home;
    private final KnobBox<SupplierKnobs> knobs;
    private final Pusher pusher;
    private final Store store;
    private final HttpServer server;

    /**
     * Starts the supplier.
     *
     * @param home its folder; credentials and journal are made there at the first start
     * @param port on loopback; 0 takes a free one
     */
    public SupplierSimulator(Path home, Profile profile, Wire wire, int port) throws IOException {
        this.home = home;
        this.profile = profile;
        this.knobs = new KnobBox<>(profile.calm());
        this.pusher = new Pusher(knobs, timetable, clock);
        this.store = new Store(home.resolve("journal.jsonl"), profile.products(), clock);
        var credentials = new Credentials(home, wire);
        knobs.onChange(now -> credentials.rotate(now.rotateSecret()));
        var teller = new Teller(store, pusher, clock);
        var packer =
                new Packer(store, credentials.codes(), !credentials.cardKey().isEmpty());
        var counter = new Counter(store, teller, packer, knobs, timetable, clock);
        var returns = new Returns(store, teller, knobs, timetable, clock);
        var desk = new Desk(profile, credentials, counter, new Shelf(store, teller, clock), returns, knobs, clock);
        var dialect = wire.open(desk);
        pusher.speak(dialect);
        var router = new Router();
        dialect.route(router);
        new Control(desk, pusher).route(router);
        knobs.route(router);
        clock.route(router);
        store.journal().route(router);
        synchronized (store) {
            counter.resume();
            returns.resume();
            teller.resume();
        }
        this.server = new HttpServer(port, router);
    }

    public String id() {
        return profile.id();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** What the supplier gives to its customer: {@code key}, {@code secrets}, {@code card-key}. */
    public Path credentials() {
        return home;
    }

    public KnobBox<SupplierKnobs> knobs() {
        return knobs;
    }

    public SimClock clock() {
        return clock;
    }

    @Override
    public void close() throws IOException {
        server.close();
        timetable.close();
        pusher.close();
        store.close();
    }
}
