"""The launcher: what it prints and how it ends, above all when its cache is of no use."""

import os
import pathlib
import shutil
import subprocess

import pytest

from conftest import CHECKOUT, JAR, LAUNCHER


@pytest.fixture(scope="module")
def install(tmp_path_factory):
    """A copy of what the launcher needs, so that its cache can be spoilt; with a good cache."""
    folder = tmp_path_factory.mktemp("checkout")
    ignored = shutil.ignore_patterns("node_modules", "tests")
    shutil.copytree(CHECKOUT / "install", folder / "install", ignore=ignored)
    (folder / "kernel" / "target").mkdir(parents=True)
    shutil.copy2(JAR, folder / "kernel" / "target")
    assert gomem(folder, "prepare").returncode == 0
    return folder


@pytest.fixture
def cache(install):
    """The one cache; what a test does to it is undone."""
    (found,) = (install / "kernel" / "target").glob("*.aot")
    good = found.read_bytes()
    yield found
    if found.is_dir():
        found.rmdir()
    found.write_bytes(good)


def gomem(install, *words, **env):
    return subprocess.run(
        [install / "install" / "gomem", *words],
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        timeout=120,
    )


def test_prepare_makes_a_cache_that_the_jvm_takes(install, cache):
    assert not [f for f in cache.parent.iterdir() if f.is_dir()], "nothing is left behind"
    # AOTMode=on makes an unfit cache an error.
    java = pathlib.Path(os.environ["GOMEM_JAVA"], "bin", "java")
    jar = install / "kernel" / "target" / "gomem.jar"
    words = ["-XX:+UseSerialGC", "-XX:AOTMode=on", f"-XX:AOTCache={cache}", "-jar", jar, "--version"]
    taken = subprocess.run([java, *words], capture_output=True, text=True)
    assert (taken.returncode, taken.stdout[:6]) == (0, "gomem ")


def empty(cache):
    cache.write_bytes(b"")


def cut(cache):
    cache.write_bytes(cache.read_bytes()[: cache.stat().st_size // 3])


def garbage(cache):
    cache.write_bytes(bytes(i * 7 % 256 for i in range(100_000)))


def for_another_build(cache):
    # The jar's time stands in the cache; its content need not change for that.
    jar = cache.parent / "gomem.jar"
    os.utime(jar, (jar.stat().st_mtime - 100, jar.stat().st_mtime - 100))


def a_folder(cache):
    cache.unlink()
    cache.mkdir()


@pytest.mark.parametrize("damage", [empty, cut, garbage, a_folder, for_another_build])
def test_an_unfit_cache_is_dropped_without_a_word(install, cache, damage):
    damage(cache)
    ran = gomem(install, "--version")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("gomem ") and ran.stdout.count("\n") == 1


def test_an_unbuilt_checkout_says_so(install, tmp_path):
    shutil.copytree(install / "install", tmp_path / "install")
    ran = gomem(tmp_path, "--version")
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "install/lab" in ran.stderr


def test_runs_through_a_link_and_from_any_folder(tmp_path):
    link = tmp_path / "gomem"
    link.symlink_to(LAUNCHER)
    ran = subprocess.run([link, "--version"], cwd="/", capture_output=True, text=True)
    assert (ran.returncode, ran.stdout[:6]) == (0, "gomem ")


def test_exit_codes_and_streams_pass_through():
    ran = subprocess.run([LAUNCHER, "rum"], capture_output=True, text=True)
    assert ran.returncode == 64
    assert ran.stdout == ""
    assert "rum" in ran.stderr
