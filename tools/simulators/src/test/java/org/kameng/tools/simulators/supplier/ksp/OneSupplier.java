package org.kameng.tools.simulators.supplier.ksp;

import java.io.IOException;
import java.nio.file.Path;
import org.kameng.tools.simulators.Suppliers;

/** A process that is one supplier and says where; made to be killed. */
final class OneSupplier {
    private OneSupplier() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(
                Suppliers.onFreePort(Path.of(arguments[0]), "xingzhou").url());
    }
}
