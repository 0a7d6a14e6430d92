package org.kameng.ui.doubles;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Lets a small object stand in for a wide port: methods it does not have are refused loudly. */
public final class Partial {

    private Partial() {}

    public static <T> T of(Class<T> port, Object partial) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            var mine = Arrays.stream(partial.getClass().getMethods())
                    .filter(own -> own.getName().equals(method.getName())
                            && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()))
                    .findFirst()
                    .orElseThrow(
                            () -> new UnsupportedOperationException(port.getSimpleName() + "." + method.getName()));
            try {
                mine.setAccessible(true);
                return mine.invoke(partial, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
