package io.custard.launcher.running;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one launcher of a checkout for as long as it lives. The operating system lets go of
 * it, so a killed launcher holds nothing.
 */
public final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private InstanceLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock; empty when another launcher has it. */
  public static Optional<InstanceLock> take(Home home) {
    Path file = home.run("lock");
    PrivateFiles.createDirectory(PrivateFiles.directoryOf(file));
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new InstanceLock(channel, lock));
    } catch (IOException e) {
      throw new LauncherException("Could not lock " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether a launcher runs at this moment. */
  public static boolean isTaken(Home home) {
    Optional<InstanceLock> lock = take(home);
    lock.ifPresent(InstanceLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new LauncherException("Could not release the lock", e);
    }
  }
}
