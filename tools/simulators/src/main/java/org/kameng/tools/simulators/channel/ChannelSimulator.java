package org.kameng.tools.simulators.channel;

import java.net.URI;
import java.nio.file.Path;
import org.kameng.tools.simulators.SimClock;

/** A simulated payment channel as its user sees it, whatever protocol it speaks. */
public interface ChannelSimulator extends ControlApi.Till, AutoCloseable {
    URI url();

    /** What the channel gives to its merchant: numbers and keys. */
    Path merchantFolder();

    SimClock clock();
}
