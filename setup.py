"""What `pip install .` installs: analysis with all its packages, and data/ as analysis/data. See pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["analysis", "analysis.*"]), "analysis.data"],
    package_dir={"analysis.data": "data"},
    package_data={
        "analysis.data": ["*.csv", "*.json", "*.toml", "ladder/*.safetensors"],
        "analysis.recipes": ["scripts/*.py", "scripts/*/*.py"],
    },
)
