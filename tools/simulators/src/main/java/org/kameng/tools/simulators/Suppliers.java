package org.kameng.tools.simulators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kameng.tools.simulators.supplier.Catalogue;
import org.kameng.tools.simulators.supplier.Profile;
import org.kameng.tools.simulators.supplier.SupplierSimulator;
import org.kameng.tools.simulators.supplier.Wire;
import org.kameng.tools.simulators.supplier.fulu.FuluWire;
import org.kameng.tools.simulators.supplier.goofish.GoofishWire;
import org.kameng.tools.simulators.supplier.ksp.KspWire;

/** The five upstream suppliers of the demonstration; tests start those that they need on free ports. */
public final class Suppliers implements AutoCloseable {
    private record Stall(Profile profile, Wire wire) {}

    private static final List<Stall> STALLS = List.of(
            new Stall(Catalogue.xingzhou(), new KspWire()),
            new Stall(Catalogue.qingyun(), new KspWire()),
            new Stall(Catalogue.yunduan(), new KspWire()),
            new Stall(Catalogue.lanjing(), new FuluWire()),
            new Stall(Catalogue.zhixing(), new GoofishWire()));

    private final List<SupplierSimulator> open = new ArrayList<>();

    private Suppliers() {}

    /** The names in the order of their ports. */
    static List<String> ids() {
        return STALLS.stream().map(stall -> stall.profile().id()).toList();
    }

    /** Starts one supplier on a free port, for tests. */
    public static SupplierSimulator onFreePort(Path data, String id) throws IOException {
        var stall = STALLS.stream()
                .filter(s -> s.profile().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no supplier " + id));
        return new SupplierSimulator(folder(data, stall), stall.profile(), stall.wire(), 0);
    }

    /** Starts as many as there are ports. */
    static Suppliers start(Path data, List<Integer> ports) throws IOException {
        var suppliers = new Suppliers();
        try {
            for (int i = 0; i < Math.min(ports.size(), STALLS.size()); i++) {
                var stall = STALLS.get(i);
                suppliers.open.add(
                        new SupplierSimulator(folder(data, stall), stall.profile(), stall.wire(), ports.get(i)));
            }
            return suppliers;
        } catch (IOException | RuntimeException e) {
            suppliers.close();
            throw e;
        }
    }

    private static Path folder(Path data, Stall stall) {
        return data.resolve("suppliers").resolve(stall.profile().id());
    }

    public List<SupplierSimulator> all() {
        return List.copyOf(open);
    }

    @Override
    public void close() throws IOException {
        for (var supplier : open) {
            supplier.close();
        }
    }
}
